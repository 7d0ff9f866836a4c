import GRDB
import Study

/// What merging another learner file did.
public struct LogUnion: Sendable, Equatable {
  /// Events that were new here.
  public var added = 0

  /// Events that both files had.
  public var known = 0

  /// Whether the remembered decks came over too.
  public var hasDecks = false

  /// Nothing merged yet.
  public init() {}
}

extension LearnerStore {
  /// Merges another file of the same learner into this one: the log becomes the union of both logs, and the
  /// states its replay.
  ///
  /// The same file twice changes nothing, and the order in which files are merged does not matter. Decks
  /// belong to a machine and are not merged. The other file is only read.
  ///
  /// - Parameters:
  ///   - other: the other file; one of an older version must be opened by its own machine first.
  ///   - plan: where a backup of this file goes before it is changed.
  /// - Returns: how many events were new, and how many both had.
  /// - Throws: ``LearnerFileFailure``, `.conflict` where both files hold different events under one key;
  ///   nothing is merged then.
  public func merge(_ other: String, backup plan: BackupPlan) throws -> LogUnion {
    let source = try LearnerStore.open(path: other, access: .readOnly)
    defer { try? source.close() }
    do {
      return try merge(backup: plan) { merge in
        try source.reading { from in
          // What is wrong in the other file is told with the other file's name.
          try LearnerFileFailure.translating(other) { try merge.takeAll(from) }
        }
      }
    } catch let refusal as MergeRefusal {
      throw refusal.failure(path: other)
    }
  }

  /// Merges events that come one by one, as ``merge(_:backup:)`` does those of a file.
  ///
  /// - Parameters:
  ///   - plan: where a backup of this file goes before it is changed.
  ///   - body: hands the events over, in any order. Whatever it throws ends the merge, and nothing is merged.
  /// - Returns: how many events were new, and how many were here already.
  /// - Throws: ``MergeRefusal``, ``LearnerFileFailure``, or what the body throws.
  public func merge(backup plan: BackupPlan, _ body: (inout EventMerge) throws -> Void) throws -> LogUnion {
    if try lastEffective() != nil { try backUp(plan) }
    return try writing { db, _ in
      var merge = try EventMerge(into: db)
      try body(&merge)
      try merge.finish()
      return merge.report
    }
  }
}
