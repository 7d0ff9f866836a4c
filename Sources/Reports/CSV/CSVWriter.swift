/// Writes rows as RFC 4180: UTF-8, CRLF, a header, quotes only where a cell needs them.
///
/// Rows gather in a buffer that the caller hands to a sink when it is full, so a table of any length needs
/// little memory. The writer knows no sink, so that the compiler can specialise it for its rows.
package struct CSVWriter<Row> {
  private let cells: [@Sendable (Row) -> Cell]
  private let options: CSVOptions
  private var buffer: [UInt8] = []

  private static var capacity: Int { 1 << 16 }

  /// Begins a table with its header.
  package init(_ columns: [Column<Row>], options: CSVOptions) {
    cells = columns.map(\.cell)
    self.options = options
    buffer.reserveCapacity(Self.capacity + 4_096)
    if options.hasByteOrderMark { buffer.append(contentsOf: [0xef, 0xbb, 0xbf]) }
    for (index, column) in columns.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      appendQuotedIfNeeded(column.name)
    }
    endRow()
  }

  /// Writes a row into the buffer.
  package mutating func write(_ row: Row) {
    let start = buffer.count
    for index in cells.indices {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      append(cells[index](row))
    }
    // A line without any byte would be read as no row at all.
    if buffer.count == start { buffer.append(contentsOf: [quote, quote]) }
    endRow()
  }

  /// Whether it is time to hand over what was written.
  package var isFull: Bool { buffer.count >= Self.capacity }

  /// Hands over what was written since the last time.
  package mutating func handOver(to sink: inout some ByteSink) throws {
    guard !buffer.isEmpty else { return }
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func endRow() {
    buffer.append(UInt8(ascii: "\r"))
    buffer.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ cell: Cell) {
    switch cell {
    case .text(let text?):
      let isGuarded = !options.isRaw && FormulaGuard.isNeeded(for: text)
      appendQuotedIfNeeded(isGuarded ? "'" + text : text)
    case .word(var word?): word.withUTF8 { buffer.append(contentsOf: $0) }
    case .integer(let value?): appendDecimal(of: value, to: &buffer)
    case .number(let value?): appendShortest(of: value, to: &buffer)
    case .flag(let value?): buffer.append(UInt8(ascii: value ? "1" : "0"))
    case .text(nil), .word(nil), .integer(nil), .number(nil), .flag(nil): break
    }
  }

  private mutating func appendQuotedIfNeeded(_ text: String) {
    // The bytes in one stretch of memory are searched and copied much faster than one by one.
    var text = text
    text.withUTF8 { bytes in
      guard bytes.contains(where: isSpecial) else { return buffer.append(contentsOf: bytes) }
      buffer.append(quote)
      for byte in bytes {
        if byte == quote { buffer.append(quote) }
        buffer.append(byte)
      }
      buffer.append(quote)
    }
  }
}

private let quote = UInt8(ascii: "\"")
