public import Study

/// Reads a table `log` from pieces of any size.
public struct LogReader: Sendable {
  /// An event and the line on which its row begins, from 1.
  public struct Line: Sendable {
    /// The line.
    public let number: Int
    /// The event.
    public let event: Event
  }

  /// The remembered decks, complete after the last row.
  public private(set) var decks = DeckMemory()

  private var table = CSVTable(needing: LogField.all.map(\.name))

  /// A reader at the start of a table.
  public init() {}

  /// Whether a table with these columns is a log.
  public static func isLog(_ columns: [String]) -> Bool {
    ["entry", "effective_time", "checksum"].allSatisfy(columns.contains)
  }

  /// Reads on.
  ///
  /// - Parameters:
  ///   - bytes: the next piece.
  ///   - body: takes each event that the piece completes.
  /// - Throws: `CSVFailure`, `LogFailure`, or what the body throws.
  public mutating func read(_ bytes: some Sequence<UInt8>, body: (Line) throws -> Void) throws {
    var table = table
    try table.parse(bytes) { try take($0, body) }
    self.table = table
  }

  /// Reads the end of the table.
  public mutating func finish(body: (Line) throws -> Void) throws {
    var table = table
    try table.finish { try take($0, body) }
    self.table = table
  }

  private mutating func take(_ cells: CSVTable.Row, _ body: (Line) throws -> Void) throws {
    let row = try row(of: cells)
    let entry = row.entry ?? ""
    guard let other = LogRow.Entry(rawValue: entry) else {
      guard EventCode(name: entry) != nil else {
        throw LogFailure.cell(line: cells.line, column: "entry", text: entry)
      }
      guard let event = row.event() else { throw LogFailure.changed(line: cells.line) }
      return try body(Line(number: cells.line, event: event))
    }
    guard take(row, other) else { throw LogFailure.changed(line: cells.line) }
  }

  /// Takes a row that is no event up; false where it is not whole.
  private mutating func take(_ row: LogRow, _ entry: LogRow.Entry) -> Bool {
    switch entry {
    case .deck:
      guard let deck = row.deckSnapshot else { return false }
      decks.decks.append(deck)
    case .deckCard:
      guard let card = row.deckCard, let last = decks.decks.indices.last else { return false }
      decks.decks[last].cards.append(card)
    case .folder, .leftOut:
      guard let path = row.path else { return false }
      entry == .folder ? decks.folders.append(path) : decks.leftOut.append(path)
    }
    return true
  }

  private func row(of cells: CSVTable.Row) throws -> LogRow {
    let row = LogRow()
    for field in LogField.all {
      guard let cell = cells[field.name] else { continue }
      guard field.read(cell, into: row) else {
        throw LogFailure.cell(line: cells.line, column: field.name, text: cell)
      }
    }
    if let empty = cells[LogField.emptyName] {
      let names = empty.split(separator: " ")
      for field in LogField.all where names.contains(where: { $0 == field.name }) {
        if case .text(let path) = field.place { row[keyPath: path] = "" }
      }
    }
    return row
  }
}

/// Why a table is not the log it should be, besides what `CSVFailure` says.
public enum LogFailure: Error, Sendable, Equatable {
  /// A cell does not hold what its column should.
  case cell(line: Int, column: String, text: String)
  /// A row is not what was exported.
  case changed(line: Int)
}
