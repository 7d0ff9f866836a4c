import Reports
import Scheduling
import Study

/// Learners of a class in memory.
struct ClassLogs: LearnerRecords {
  var records: [any LearnerRecord]

  init(_ logs: [MemoryLog], pseudonyms: Pseudonyms? = nil) {
    records = logs.map { LogRecord($0, pseudonyms: pseudonyms) }
  }

  func forEachRecord(_ body: (any LearnerRecord) throws -> Void) throws {
    for record in records { try body(record) }
  }
}

extension LearnerRecords {
  /// A table of the learners as CSV.
  func csv(_ table: Table, _ filter: ReviewFilter = ReviewFilter(), at moment: Moment) throws -> String {
    var sink = MemorySink()
    try TableExport(table, filter: filter).write(self, at: moment, into: &sink)
    return sink.text
  }

  /// Some columns of a table of the learners, row by row.
  func cells(_ names: String..., of table: Table, at moment: Moment) throws -> [[String?]] {
    var rows: [[String?]] = []
    var csv = CSVTable(needing: names)
    try csv.parse(Array(try self.csv(table, at: moment).utf8)) { row in
      rows.append(names.map { row.text($0) })
    }
    try csv.finish { row in rows.append(names.map { row.text($0) }) }
    return rows
  }
}
