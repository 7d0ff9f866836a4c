/// Where text goes.
public protocol TextOutput: AnyObject {
  /// The width to wrap at, in columns; nil where lines are not to be wrapped.
  var width: Int? { get }

  /// Takes up text; it may wait for `flush`.
  func write(_ text: String)

  /// Hands over all that was written.
  ///
  /// - Throws: `OutputFailure`.
  func flush() throws
}

/// Why output could not be written.
public struct OutputFailure: Error, Sendable, Equatable {
  /// The system's error number.
  public let code: Int32
}
