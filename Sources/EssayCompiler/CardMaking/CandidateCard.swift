import Cards

/// A card that has not passed the lint yet.
struct CandidateCard: Sendable {
  var content: NoteContent
  /// The part of the question that the learner reads, gaps as marks that leak nothing.
  var question: String
  var answers: [String]
  var context: String?
  /// Where the card's passage stands.
  var passage: Range<Int>
  var answerRanges: [Range<Int>]
  var family: KeyPointFamily
  var strength: Double
  var reasons: [Reason]
  var script: Script
}
