import CTerminal

/// Writes to a file descriptor: a terminal, a file or a pipe.
public final class DescriptorOutput: TextOutput {
  private let descriptor: Int32
  private var waiting: [UInt8] = []

  /// Output to a descriptor, which stays open.
  public init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// The terminal's width, asked anew each time, for it may change; nil where this is no terminal.
  public var width: Int? {
    let columns = Int(wengu_terminal_width(descriptor))
    return columns > 0 ? columns : nil
  }

  /// Keeps text until `flush`.
  public func write(_ text: String) {
    waiting.append(contentsOf: text.utf8)
  }

  /// Writes all that waits.
  public func flush() throws {
    defer { waiting.removeAll(keepingCapacity: true) }
    let code = waiting.withUnsafeBytes { wengu_write(descriptor, $0.baseAddress, $0.count) }
    if code != 0 { throw OutputFailure(code: code) }
  }
}
