import GRDB

/// Tables of names, for which other tables keep small numbers.
enum Names: String {
  case device
  case card
  case deckName

  /// The number of a name, which is added where it is new.
  static func row(of name: String, in table: Names, _ db: Database) throws -> Int64 {
    if let id = try knownRow(of: name, in: table, db) { return id }
    let insert = try db.cachedStatement(sql: "INSERT INTO \(table.rawValue) (name) VALUES (?)")
    try insert.execute(arguments: [name])
    return db.lastInsertedRowID
  }

  /// The number of a name; nil where it is not known.
  static func knownRow(of name: String, in table: Names, _ db: Database) throws -> Int64? {
    let select = try db.cachedStatement(sql: "SELECT id FROM \(table.rawValue) WHERE name = ?")
    return try Int64.fetchOne(select, arguments: [name])
  }
}
