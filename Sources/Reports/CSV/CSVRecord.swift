/// A row as read: its cells' bytes side by side, made into text only where someone asks.
public struct CSVRecord: Sendable, Equatable {
  /// The line on which the row begins, from 1.
  public let line: Int

  private let bytes: [UInt8]
  private let ends: [Int]

  init(line: Int, bytes: [UInt8], ends: [Int]) {
    self.line = line
    self.bytes = bytes
    self.ends = ends
  }

  /// The number of cells.
  public var count: Int { ends.count }

  /// The cells, with quotes resolved and guards still in place.
  public var cells: [String] { ends.indices.map(text(at:)) }

  /// One cell as text; empty where the row has no such cell.
  public func text(at place: Int) -> String {
    withBytes(at: place) { String(decoding: $0, as: UTF8.self) }
  }

  /// One cell's bytes, valid UTF-8; none where the row has no such cell.
  package func withBytes<Result>(at place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard ends.indices.contains(place) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let start = place > 0 ? ends[place - 1] : 0
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<ends[place]])) }
  }
}
