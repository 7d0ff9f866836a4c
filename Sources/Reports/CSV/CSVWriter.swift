/// Writes rows as RFC 4180: UTF-8, CRLF, a header, quotes only where a cell needs them.
///
/// Rows gather in a buffer that goes to the sink when it is full, so a table of any length needs little
/// memory. `finish()` hands over the rest and must be called last.
package struct CSVWriter<Row, Sink: ByteSink> {
  private let columns: [Column<Row>]
  private let options: CSVOptions
  package private(set) var sink: Sink
  private var buffer: [UInt8] = []

  private static var capacity: Int { 1 << 16 }

  /// Begins a table with its header.
  package init(_ columns: [Column<Row>], options: CSVOptions, sink: Sink) {
    self.columns = columns
    self.options = options
    self.sink = sink
    buffer.reserveCapacity(Self.capacity + 4_096)
    if options.hasByteOrderMark { buffer.append(contentsOf: [0xef, 0xbb, 0xbf]) }
    for (index, column) in columns.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      append(column.name, isGuarded: false)
    }
    endRow()
  }

  /// Writes a row.
  package mutating func write(_ row: Row) throws {
    let start = buffer.count
    for index in columns.indices {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      append(columns[index].cell(row))
    }
    // A line without any byte would be read as no row at all.
    if buffer.count == start { buffer.append(contentsOf: [quote, quote]) }
    endRow()
    guard buffer.count >= Self.capacity else { return }
    try flush()
  }

  /// Hands over what is left.
  package mutating func finish() throws {
    guard !buffer.isEmpty else { return }
    try flush()
  }

  private mutating func flush() throws {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func endRow() {
    buffer.append(UInt8(ascii: "\r"))
    buffer.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ cell: Cell) {
    switch cell {
    case .text(let text?): append(text, isGuarded: !options.isRaw)
    case .word(let word?): append(word, isGuarded: false)
    case .integer(let value?): appendDecimal(of: value, to: &buffer)
    case .number(let value?): appendShortest(of: value, to: &buffer)
    case .flag(let value?): buffer.append(UInt8(ascii: value ? "1" : "0"))
    case .text(nil), .word(nil), .integer(nil), .number(nil), .flag(nil): break
    }
  }

  private mutating func append(_ text: String, isGuarded: Bool) {
    let start = buffer.count
    if isGuarded, FormulaGuard.isNeeded(for: text) { buffer.append(UInt8(ascii: "'")) }
    buffer.append(contentsOf: text.utf8)
    guard buffer[start...].contains(where: needsQuotes) else { return }
    let bare = Array(buffer[start...])
    buffer.removeSubrange(start...)
    buffer.append(quote)
    for byte in bare {
      if byte == quote { buffer.append(quote) }
      buffer.append(byte)
    }
    buffer.append(quote)
  }
}

private let quote = UInt8(ascii: "\"")

private func needsQuotes(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ",") || byte == quote || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
}
