import Cards
import Language
import Reports
import Scheduling
import Study

/// The lines that the protocol sends, member by member as DESIGN.md §5 lays down.
extension SessionFacts {
  func sessionLine(_ left: CardsLeft) -> JSONValue {
    [
      "type": "session",
      "learner": .string(learner),
      "study_day": .string(studyDay.text),
      "new": JSONValue(left.new),
      "learning": JSONValue(left.learning),
      "review": JSONValue(left.review),
    ]
  }

  func questionLine(_ showing: Showing) -> JSONValue {
    let card = showing.candidate.card
    return [
      "type": "question",
      "card": .string(card.id.text),
      "kind": .string(card.kind.rawValue),
      "state": .string(showing.candidate.progress.state.phase.name),
      "deck": .string(showing.candidate.deck),
      "section": JSONValue(card.section.isEmpty ? nil : card.section.joined(separator: " › ")),
      "context": JSONValue(card.context),
      "question": .string(card.question),
      "choices": JSONValue(showing.choices),
      "left": [
        "new": JSONValue(showing.left.new),
        "learning": JSONValue(showing.left.learning),
        "review": JSONValue(showing.left.review),
      ],
    ]
  }

  func answerLine(_ showing: Showing, _ response: Response) -> JSONValue {
    let card = showing.candidate.card
    func days(_ rating: Rating) -> JSONValue {
      .number(response.outcomes[rating].interval.days.value)
    }
    return [
      "type": "answer",
      "card": .string(card.id.text),
      "answers": JSONValue(card.answers),
      "accept": .string(card.accept.rawValue),
      "passage": JSONValue(card.passage),
      "correct": response.verdict.map { .bool($0.isCorrect) } ?? .null,
      "suggested": response.suggested.map { JSONValue($0.rawValue) } ?? .null,
      "intervals_days": [
        "again": days(.again), "hard": days(.hard), "good": days(.good), "easy": days(.easy),
      ],
    ]
  }

  func recordedLine(_ committed: Committed, _ review: Review) -> JSONValue {
    let progress = committed.progress
    return [
      "type": "recorded",
      "card": .string(progress.card.text),
      "seq": .integer(committed.event.key.sequence),
      "rating": JSONValue(review.rating.rawValue),
      "state": .string(progress.state.phase.name),
      "stability": JSONValue(settings.scheduler.stability(of: progress.state)?.value),
      "difficulty": JSONValue(progress.state.memory?.difficulty),
      "due": JSONValue(progress.due.map { moment(of: $0).rfc3339 }),
    ]
  }

  func summaryLine(_ summary: Summary) -> JSONValue {
    func count(_ rating: Rating) -> JSONValue { JSONValue(summary.ratings[rating] ?? 0) }
    return [
      "type": "summary",
      "reviewed": JSONValue(summary.reviewed),
      "again": count(.again),
      "hard": count(.hard),
      "good": count(.good),
      "easy": count(.easy),
      "minutes": .number(Double(summary.duration.value) / 60_000),
      "due_tomorrow": JSONValue(summary.dueTomorrow),
    ]
  }

  func errorLine(_ message: Bilingual) -> JSONValue {
    ["type": "error", "message": .string(message.text(in: language))]
  }

  private func moment(of due: Due) -> Moment {
    let instant =
      switch due {
      case .at(let instant): instant
      case .day(let day): settings.calendar.start(of: day, in: zone)
      }
    return Moment(instant, offset: zone.offset(at: instant))
  }
}

extension Phase {
  /// The state's name in every file and protocol.
  fileprivate var name: String {
    switch self {
    case .new: "new"
    case .learning: "learning"
    case .review: "review"
    case .relearning: "relearning"
    }
  }
}
