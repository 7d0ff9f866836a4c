import GRDB

extension Schema {
  /// Refuses a database that is not a learner file which this version may write to; reads only.
  ///
  /// A trigger or a view that a stranger put in would run at the first review, so every object must be one
  /// that our own migrations make, with the very same SQL.
  ///
  /// - Parameters:
  ///   - db: the file.
  ///   - path: names the file in the failure.
  /// - Returns: whether the file lacks migrations of this version.
  /// - Throws: ``LearnerFileFailure``.
  static func check(_ db: Database, path: String) throws -> Bool {
    let found = UInt32(truncatingIfNeeded: try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0)
    guard found == applicationID else {
      throw LearnerFileFailure.foreign(path: path, applicationID: found)
    }
    let objects = try schemaObjects(db)
    let newest = try expectedObjects(upTo: nil)
    guard let table = newest.first(where: { $0.name == "grdb_migrations" }), objects.contains(table) else {
      throw LearnerFileFailure.unexpectedSchema(path: path, object: "grdb_migrations")
    }
    if try migrator.hasBeenSuperseded(db) { throw LearnerFileFailure.newer(path: path) }
    let isOld = try !migrator.hasCompletedMigrations(db)
    let expected = isOld ? try expectedObjects(upTo: try migrator.completedMigrations(db).last) : newest
    for object in objects where !expected.contains(object) && !object.isStatistics {
      throw LearnerFileFailure.unexpectedSchema(path: path, object: object.name)
    }
    for object in expected where !objects.contains(object) {
      throw LearnerFileFailure.unexpectedSchema(path: path, object: object.name)
    }
    return isOld
  }

  private static func schemaObjects(_ db: Database) throws -> [SchemaObject] {
    let sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name LIMIT 1000"
    let rows = try Row.fetchCursor(db, sql: sql)
    var objects: [SchemaObject] = []
    while let row = try rows.next() {
      objects.append(SchemaObject(type: row[0] ?? "", name: row[1] ?? "", table: row[2] ?? "", sql: row[3]))
    }
    return objects
  }

  /// What our migrations make, up to one of them (nil: all), from a database in memory.
  private static func expectedObjects(upTo migration: String?) throws -> [SchemaObject] {
    let memory = try DatabaseQueue()
    if let migration {
      try migrator.migrate(memory, upTo: migration)
    } else {
      try migrator.migrate(memory)
    }
    return try memory.read(schemaObjects)
  }
}

/// One row of `sqlite_schema`.
private struct SchemaObject: Hashable {
  let type: String
  let name: String
  let table: String
  let sql: String?

  /// Whether it is what `ANALYZE` leaves behind, which is harmless.
  var isStatistics: Bool {
    switch name {
    case "sqlite_stat1": type == "table" && sql == "CREATE TABLE sqlite_stat1(tbl,idx,stat)"
    case "sqlite_stat4":
      type == "table" && sql == "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"
    default: false
    }
  }
}
