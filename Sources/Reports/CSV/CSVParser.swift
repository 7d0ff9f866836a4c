/// Reads RFC 4180 strictly, from pieces of any size.
///
/// Lines end with CRLF or LF, the last one may lack its end, a byte order mark is skipped, and blank lines
/// are no rows. Everything else that the grammar does not know is a failure with its line: nothing is
/// guessed. A cell holds at most 1 MiB, a row at most 1,024 cells.
public struct CSVParser: Sendable {
  private enum State: Sendable {
    /// At the start of a cell: → bare, quoted, or the row's end.
    case cellStart
    /// In a cell without quotes: → cellStart or the row's end.
    case bare
    /// Between quotes: → quoteSeen.
    case quoted
    /// After a quote between quotes: → quoted (it was doubled), cellStart or the row's end.
    case quoteSeen
    /// After a carriage return outside quotes: → the row's end.
    case returnSeen
  }

  private static let longestCell = 1 << 20
  private static let mostCells = 1_024

  private var state = State.cellStart
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var cellStart = 0
  private var line = 1
  private var rowLine = 1
  private var quoteLine = 1
  private var sawQuote = false
  private var markMatched = 0

  /// A parser at the start of a text.
  public init() {}

  /// Reads on.
  ///
  /// - Parameters:
  ///   - bytes: the next piece.
  ///   - body: takes each row that the piece completes.
  /// - Throws: `CSVFailure`, or what the body throws.
  public mutating func parse(
    _ bytes: some Sequence<UInt8>,
    body: (CSVRecord) throws -> Void
  ) throws {
    // Memory in one stretch is read several times as fast as a sequence of bytes.
    let isRead: Void? = try bytes.withContiguousStorageIfAvailable { try read($0, body: body) }
    guard isRead == nil else { return }
    try Array(bytes).withUnsafeBufferPointer { try read($0, body: body) }
  }

  private mutating func read(
    _ piece: UnsafeBufferPointer<UInt8>,
    body: (CSVRecord) throws -> Void
  ) throws {
    var place = 0
    while place < piece.count {
      if markMatched < 3 {
        let isMark = try skipsMark(piece[place], body: body)
        if isMark {
          place += 1
          continue
        }
      }
      let end = plainEnd(piece, from: place)
      if end > place {
        try append(UnsafeBufferPointer(rebasing: piece[place..<end]))
        place = end
      }
      guard place < piece.count else { return }
      try take(piece[place], body: body)
      place += 1
    }
  }

  /// The end of the bytes from here on that only lengthen the cell.
  private func plainEnd(_ piece: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    switch state {
    case .bare:
      while end < piece.count, !isSpecial(piece[end]) { end += 1 }
    case .quoted:
      while end < piece.count, piece[end] != UInt8(ascii: "\""), piece[end] != UInt8(ascii: "\n") { end += 1 }
    case .cellStart, .quoteSeen, .returnSeen: break
    }
    return end
  }

  /// Reads the end of the text.
  public mutating func finish(body: (CSVRecord) throws -> Void) throws {
    if markMatched < 3 { try releaseMark(body: body) }
    switch state {
    case .quoted: throw CSVFailure.unclosedQuote(line: quoteLine)
    case .returnSeen: throw CSVFailure.bareCarriageReturn(line: line)
    case .cellStart, .bare, .quoteSeen: try endRow(body: body)
    }
  }

  /// Reads a whole text.
  public static func records(of bytes: some Sequence<UInt8>) throws -> [CSVRecord] {
    var parser = CSVParser()
    var records: [CSVRecord] = []
    try parser.parse(bytes) { records.append($0) }
    try parser.finish { records.append($0) }
    return records
  }
}

extension CSVParser {
  private static let mark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// Whether a byte at the start may belong to the byte order mark.
  private mutating func skipsMark(_ byte: UInt8, body: (CSVRecord) throws -> Void) throws -> Bool {
    if byte == Self.mark[markMatched] {
      markMatched += 1
      return true
    }
    try releaseMark(body: body)
    return false
  }

  /// Takes as text what looked like the beginning of a mark and was none.
  private mutating func releaseMark(body: (CSVRecord) throws -> Void) throws {
    let held = Self.mark.prefix(markMatched)
    markMatched = 3
    for byte in held { try take(byte, body: body) }
  }

  private mutating func take(_ byte: UInt8, body: (CSVRecord) throws -> Void) throws {
    switch (state, byte) {
    case (.quoted, UInt8(ascii: "\"")):
      state = .quoteSeen
    case (.quoted, _):
      if byte == UInt8(ascii: "\n") { line += 1 }
      try append(byte)
    case (.quoteSeen, UInt8(ascii: "\"")):
      try append(byte)
      state = .quoted
    case (.returnSeen, UInt8(ascii: "\n")), (.cellStart, UInt8(ascii: "\n")), (.bare, UInt8(ascii: "\n")),
      (.quoteSeen, UInt8(ascii: "\n")):
      try endRow(body: body)
    case (.returnSeen, _):
      throw CSVFailure.bareCarriageReturn(line: line)
    case (_, UInt8(ascii: ",")):
      try endCell()
    case (_, UInt8(ascii: "\r")):
      state = .returnSeen
    case (.cellStart, UInt8(ascii: "\"")):
      quoteLine = line
      // A quoted cell is a cell even where nothing stands between the quotes.
      sawQuote = true
      state = .quoted
    case (.bare, UInt8(ascii: "\"")):
      throw CSVFailure.quoteInside(line: line)
    case (.quoteSeen, _):
      throw CSVFailure.textAfterQuote(line: line)
    case (.cellStart, _), (.bare, _):
      try append(byte)
      state = .bare
    }
  }

  private mutating func append(_ byte: UInt8) throws {
    guard bytes.count - cellStart < Self.longestCell else { throw CSVFailure.tooLarge(line: line) }
    bytes.append(byte)
  }

  private mutating func append(_ run: UnsafeBufferPointer<UInt8>) throws {
    guard bytes.count - cellStart + run.count <= Self.longestCell else {
      throw CSVFailure.tooLarge(line: line)
    }
    bytes.append(contentsOf: run)
  }

  private mutating func endCell() throws {
    let cell = bytes[cellStart...]
    let isText =
      cell.allSatisfy { $0 < 0x80 }
      || cell.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) } != nil
    guard isText else { throw CSVFailure.notUTF8(line: line) }
    guard ends.count < Self.mostCells else { throw CSVFailure.tooLarge(line: line) }
    ends.append(bytes.count)
    cellStart = bytes.count
    state = .cellStart
  }

  private mutating func endRow(body: (CSVRecord) throws -> Void) throws {
    defer {
      line += 1
      rowLine = line
      sawQuote = false
      state = .cellStart
    }
    guard !ends.isEmpty || !bytes.isEmpty || sawQuote else { return }
    try endCell()
    try body(CSVRecord(line: rowLine, bytes: bytes, ends: ends))
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    cellStart = 0
  }
}

/// Whether a byte may end a cell without quotes.
@inline(__always)
func isSpecial(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r")
    || byte == UInt8(ascii: "\n")
}
