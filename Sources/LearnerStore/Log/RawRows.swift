import GRDB
import GRDBSQLite

/// Steps through the rows of a query by SQLite's own calls.
///
/// A pass over a million events must not pay for what makes GRDB's rows comfortable.
struct RawRows {
  private let statement: Statement

  /// The rows of a query.
  ///
  /// - Parameters:
  ///   - db: where to ask.
  ///   - sql: the query.
  ///   - arguments: what its placeholders stand for.
  ///   - isShort: whether all rows are read at once, so that the prepared query can be kept.
  /// - Throws: what SQLite says.
  init(
    _ db: Database,
    _ sql: String,
    _ arguments: StatementArguments = [],
    isShort: Bool = false
  ) throws {
    statement = try isShort ? db.cachedStatement(sql: sql) : db.makeStatement(sql: sql)
    try statement.setArguments(arguments)
  }

  /// The next row, which is good until the next call; nil at the end.
  func next() throws -> RawRow? {
    switch sqlite3_step(statement.sqliteStatement) {
    case SQLITE_ROW: return RawRow(statement: statement.sqliteStatement)
    case SQLITE_DONE:
      sqlite3_reset(statement.sqliteStatement)
      return nil
    case let code:
      let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(statement.sqliteStatement)))
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }
}

/// The row on which a statement stands.
struct RawRow {
  fileprivate let statement: SQLiteStatement

  /// The integer in a column; 0 for NULL.
  func integer(_ column: Int32) -> Int64 {
    sqlite3_column_int64(statement, column)
  }

  /// The integer in a column.
  func optionalInteger(_ column: Int32) -> Int64? {
    isNull(column) ? nil : sqlite3_column_int64(statement, column)
  }

  /// The number in a column.
  func optionalNumber(_ column: Int32) -> Double? {
    isNull(column) ? nil : sqlite3_column_double(statement, column)
  }

  /// The text in a column; bytes that are not UTF-8 come as U+FFFD.
  func optionalText(_ column: Int32) -> String? {
    sqlite3_column_text(statement, column).map { String(cString: $0) }
  }

  private func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }
}
