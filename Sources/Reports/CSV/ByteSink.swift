/// Takes the bytes of an export, some tens of kilobytes at a time.
public protocol ByteSink {
  /// Takes the next bytes, which end with a row; what it throws ends the export.
  mutating func write(_ bytes: [UInt8]) throws
}

/// Keeps all bytes in memory.
public struct MemorySink: ByteSink {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// An empty memory.
  public init() {}

  /// Keeps the next bytes.
  public mutating func write(_ bytes: [UInt8]) {
    self.bytes.append(contentsOf: bytes)
  }

  /// What was written, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
