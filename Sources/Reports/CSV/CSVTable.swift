/// A CSV's rows by the names in its header.
///
/// ```swift
/// var table = CSVTable(needing: ["card_id"])
/// try table.parse(bytes) { row in print(row["card_id"] ?? "") }
/// try table.finish { row in print(row["card_id"] ?? "") }
/// ```
public struct CSVTable: Sendable {
  /// A row whose cells are asked for by name.
  public struct Row: Sendable {
    /// The line on which the row begins, from 1.
    public let line: Int

    private let record: CSVRecord
    private let places: [String: Int]

    fileprivate init(_ record: CSVRecord, places: [String: Int]) {
      line = record.line
      self.record = record
      self.places = places
    }

    /// The cell as it stands in the file; nil where it is empty or there is no such column.
    public subscript(name: String) -> String? {
      guard let place = places[name] else { return nil }
      let cell = record.text(at: place)
      return cell.isEmpty ? nil : cell
    }

    /// A cell of free text without its guard; nil where it is empty or there is no such column.
    public func text(_ name: String) -> String? {
      self[name].map(FormulaGuard.unguarded)
    }
  }

  /// The columns in the order of the header; empty before it was read.
  public private(set) var columns: [String] = []

  private let needed: [String]
  private var parser = CSVParser()
  private var places: [String: Int] = [:]

  /// A table that must have some columns.
  public init(needing needed: [String] = []) {
    self.needed = needed
  }

  /// Reads on; see `CSVParser`.
  public mutating func parse(_ bytes: some Sequence<UInt8>, body: (Row) throws -> Void) throws {
    var parser = parser
    try parser.parse(bytes) { try take($0, body: body) }
    self.parser = parser
  }

  /// Reads the end of the text.
  public mutating func finish(body: (Row) throws -> Void) throws {
    var parser = parser
    try parser.finish { try take($0, body: body) }
    self.parser = parser
    guard !columns.isEmpty else { throw CSVFailure.noHeader }
  }

  private mutating func take(_ record: CSVRecord, body: (Row) throws -> Void) throws {
    guard !columns.isEmpty else { return try takeHeader(record) }
    guard record.count == columns.count else {
      throw CSVFailure.cellCount(line: record.line, expected: columns.count, found: record.count)
    }
    try body(Row(record, places: places))
  }

  private mutating func takeHeader(_ record: CSVRecord) throws {
    for (place, name) in record.cells.enumerated() {
      guard places.updateValue(place, forKey: name) == nil else { throw CSVFailure.duplicateColumn(name) }
    }
    for name in needed where places[name] == nil { throw CSVFailure.missingColumn(name) }
    columns = record.cells
  }
}

extension CSVTable {
  /// The columns that a text begins with, whatever follows.
  public static func columns(of bytes: [UInt8]) throws -> [String] {
    var table = CSVTable()
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    try table.parse(bytes[..<end]) { _ in }
    try table.finish { _ in }
    return table.columns
  }
}
