import Foundation
import LearnerStore
import Reports
import Study

/// A folder of what learners handed in: learner files, and CSVs of the tables `reviews` and `cards`.
///
/// The folder itself is looked through and `learners` in it, so that a data folder will do too; names that
/// begin with a dot are passed over.
struct ClassFolder {
  private let files: [String: String]
  private let sent: SentTables

  /// The learners, by name.
  let learners: [String]

  /// Looks through a folder and tells about what is passed over.
  ///
  /// - Throws: `ReportFailure.noLearnersIn` where nothing is found, or what keeps a file from being read.
  init(at folder: String, notice: (Notice) throws -> Void) throws {
    switch fileKind(at: folder) {
    case .folder?: break
    case nil: throw FileFailure.missing(path: folder)
    case .file?, .other?: throw ReportFailure.notAFolder(path: folder)
    }
    var files: [String: String] = [:]
    var sent = SentTables()
    for path in Self.paths(in: folder) {
      if path.hasSuffix(Self.ending) {
        let name = String(fileName(of: path).dropLast(Self.ending.count))
        if let other = files.updateValue(path, forKey: name) {
          throw ReportFailure.learnerTwice(name, paths: [other, path])
        }
      } else if try !Self.read(path, into: &sent) {
        try notice(.passedOver(path: path))
      }
    }
    for name in sent.learners {
      if let path = files[name] { try notice(.learnerFileWins(learner: name, path: path)) }
    }
    self.files = files
    self.sent = sent
    learners = Set(files.keys).union(sent.learners).sorted()
    guard !learners.isEmpty else { throw ReportFailure.noLearnersIn(folder: folder) }
  }

  private static let ending = ".sqlite"
  private static let largestFile = 1 << 30

  private static func paths(in folder: String) -> [String] {
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return [base, base + "/learners"].flatMap { folder -> [String] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.sorted().filter { !$0.hasPrefix(".") }.map { folder + "/" + $0 }.filter { path in
        fileKind(at: path) == .file && (path.hasSuffix(ending) || path.lowercased().hasSuffix(".csv"))
      }
    }
  }

  /// Reads a CSV.
  ///
  /// - Returns: whether it is one of the tables.
  private static func read(_ path: String, into sent: inout SentTables) throws -> Bool {
    let bytes = try readFile(at: path, limit: largestFile)
    let sender = stem(of: path)
    do {
      guard let kind = SentTables.kind(ofHeader: try CSVTable.columns(of: bytes)) else { return false }
      var table = CSVTable()
      try table.parse(bytes) { try sent.add($0, of: kind, sender: sender) }
      try table.finish { try sent.add($0, of: kind, sender: sender) }
      return true
    } catch let failure as CSVFailure {
      throw ReportFailure.sentTable(path: path, failure)
    } catch let failure as SentCellFailure {
      throw ReportFailure.sentCell(path: path, failure)
    }
  }

  /// The record of a learner; the file is open while it lives.
  func record(of learner: String, asOf day: StudyDay?, pseudonyms: Pseudonyms?) throws -> any LearnerRecord {
    guard let path = files[learner] else {
      return sent.record(of: learner, asOf: day, pseudonyms: pseudonyms)
    }
    let store = try LearnerStore.open(path: path, access: .readOnly)
    return try store.record(asOf: day, pseudonyms: pseudonyms)
  }
}

extension LearnerStore {
  /// The learner's record, as of the end of a study day where one is given.
  func record(asOf day: StudyDay?, pseudonyms: Pseudonyms?) throws -> any LearnerRecord {
    guard let day else { return LogRecord(self, pseudonyms: pseudonyms) }
    return LogRecord(try PastLog(self, asOf: day), pseudonyms: pseudonyms)
  }
}

/// The learners of a class folder as the tables read them.
struct ClassRecords: LearnerRecords {
  let folder: ClassFolder
  let day: StudyDay?
  let pseudonyms: Pseudonyms?

  func forEachRecord(_ body: (any LearnerRecord) throws -> Void) throws {
    let named = folder.learners.map { (name: $0, shown: pseudonyms?.learner($0) ?? $0) }
    for learner in named.sorted(by: { $0.shown < $1.shown }) {
      try body(try folder.record(of: learner.name, asOf: day, pseudonyms: pseudonyms))
    }
  }
}
