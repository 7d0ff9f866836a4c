import Cards
import Language
import Reports
import Scheduling
import Study

/// Cards as a list: by deck, a line or two each.
struct CardListing {
  let selection: CardSelection
  let moment: Moment
  let language: InterfaceLanguage

  /// The columns of the terminal; nil where nothing is to be cut.
  let width: Int?

  /// What stands where something is cut off.
  let ellipsis: String

  /// Below this a card takes two lines.
  private static let narrow = 60

  /// The lines, none wider than the width.
  var lines: [String] {
    var lines: [String] = []
    var deck: String?
    let rows = selection.cards.map(cells)
    let widths = (0..<3).map { column in rows.map { displayWidth(of: $0[column]) }.max() ?? 0 }
    for (candidate, cells) in zip(selection.cards, rows) {
      if candidate.deck != deck {
        if deck != nil { lines.append("") }
        deck = candidate.deck
        lines.append(cut(safe(candidate.deck)))
      }
      lines += row(candidate, cells, widths)
    }
    return lines
  }

  private func cells(of candidate: Candidate) -> [String] {
    let recall = selection.search.figure(.retrievability, of: candidate).map(percentText) ?? ""
    let due = selection.search.dueWords(of: candidate, at: moment)
    return [
      candidate.progress.state.phase.condition.word.text(in: language), due?.text(in: language) ?? "", recall,
    ]
  }

  private func row(_ candidate: Candidate, _ cells: [String], _ widths: [Int]) -> [String] {
    let marks = selection.search.marks(of: candidate).map { $0.word.text(in: language) }
    let mark = marks.isEmpty ? "" : "[\(marks.joined(separator: language == .chinese ? "、" : ", "))] "
    let question = mark + safe(candidate.card.question)
    let id = candidate.card.id.text
    if let width, width < Self.narrow {
      let facts = ([id] + cells.filter { !$0.isEmpty }).joined(separator: "  ")
      return [cut(facts), cut("  " + question)]
    }
    let columns = zip(cells, widths).enumerated().map { index, pair in
      let filling = String(repeating: " ", count: max(0, pair.1 - displayWidth(of: pair.0)))
      return index == 2 ? filling + pair.0 : pair.0 + filling
    }
    return [cut(([id] + columns + [question]).joined(separator: "  "))]
  }

  private func cut(_ line: String) -> String {
    width.map { fitted(line, to: $0, ellipsis: ellipsis) } ?? line
  }
}

extension CardSelection {
  /// A card for programs.
  func json(_ candidate: Candidate) -> [JSONMember] {
    let card = candidate.card
    let progress = candidate.progress
    var members = [
      JSONMember("card", .string(card.id.text)), JSONMember("deck", .string(candidate.deck)),
      JSONMember("section", JSONValue(card.section)), JSONMember("kind", .string(card.kind.rawValue)),
      JSONMember("question", .string(card.question)), JSONMember("answers", JSONValue(card.answers)),
      JSONMember("tags", JSONValue(card.tags)), JSONMember("line", JSONValue(card.line)),
      JSONMember("state", .string(progress.state.phase.condition.rawValue)),
      JSONMember("due", JSONValue(dueText(of: progress))),
      JSONMember("due_in_days", search.figure(.due, of: candidate).map { JSONValue(Int($0)) } ?? .null),
      JSONMember("interval_days", JSONValue(progress.interval?.days.value)),
    ]
    for property in [CardProperty.stability, .difficulty, .retrievability] {
      members.append(JSONMember(property.rawValue, JSONValue(search.figure(property, of: candidate))))
    }
    members += [
      JSONMember("reps", JSONValue(progress.repetitions)), JSONMember("lapses", JSONValue(progress.lapses)),
    ]
    for condition in [CardCondition.suspended, .buried, .flagged, .leech, .retired] {
      members.append(JSONMember(condition.rawValue, .bool(search.isMet(condition, by: candidate))))
    }
    return members + [
      JSONMember("first_review", JSONValue(progress.firstReview?.rfc3339)),
      JSONMember("last_review", JSONValue(progress.lastReview?.rfc3339)),
    ]
  }

  /// When a card is due: a learning step's instant, or the date of a study day.
  private func dueText(of progress: CardProgress) -> String? {
    switch progress.due {
    case .at(let instant)?:
      Moment(instant, offset: progress.lastReview?.offset ?? .zero).rfc3339
    case .day(let day)?: day.text
    case nil: nil
    }
  }
}
