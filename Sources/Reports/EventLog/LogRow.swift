// The table `log`: all that a learner's file holds, so that importing it gives the file back.
//
// In:    events in the order of their replay, and the decks that are remembered; or a CSV of them.
// Out:   one flat row for each event, remembered deck, card of such a deck, folder of decks and deck left
//        out of one; or the events and decks again.
// Never: hold more than one event; take an event that is not, to the bit, the one that was exported.

import Study

/// A row of the table `log`, flat; what its entry does not have is nil.
///
/// A class, since a row is handed to many columns.
package final class LogRow {
  /// What kind of row it is: the name of an `EventCode`, or of an `Entry`.
  var entry: String?
  var device: String?
  var sequence: Int64?
  var card: String?
  var time: Int64?
  var offset: Int64?
  var effectiveTime: Int64?
  var rating: Int64?
  var duration: Int64?
  var answer: String?
  var isCorrect: Bool?
  var intervalDays: Int64?
  var intervalMilliseconds: Int64?
  var scheduler: String?
  var weightsVersion: Int64?
  var revision: String?
  var undoneDevice: String?
  var undoneSequence: Int64?
  var studyDay: Int64?
  var setting: String?
  var value: String?
  var deck: String?
  var startsAnew: Bool?
  var kind: String?
  var accept: String?
  var section: String?
  var context: String?
  var question: String?
  var answers: String?
  var choices: String?
  var truth: Bool?
  var correction: String?
  var passage: String?
  var remark: String?
  var tags: String?
  var path: String?
  var fingerprint: String?
  var turn: Int64?
  var line: Int64?
  var siblingGroup: String?
  var checksum: String?

  /// A row with nothing in it.
  init() {}

  /// The rows that are no events.
  enum Entry: String {
    /// A remembered deck; its cards follow.
    case deck
    /// A card of the deck above.
    case deckCard = "deck_card"
    /// A folder whose decks are the learner's.
    case folder
    /// A deck in such a folder that the learner does not want.
    case leftOut = "left_out"
  }
}

extension EventCode {
  /// The kind's name in the table.
  var name: String {
    switch self {
    case .review: "review"
    case .undo: "undo"
    case .suspend: "suspend"
    case .resume: "resume"
    case .bury: "bury"
    case .unbury: "unbury"
    case .flag: "flag"
    case .unflag: "unflag"
    case .forget: "forget"
    case .reschedule: "reschedule"
    case .revision: "revision"
    case .setting: "setting"
    }
  }

  /// The kind of a name.
  init?(name: String) {
    guard let code = EventCode.allCases.first(where: { $0.name == name }) else { return nil }
    self = code
  }
}
