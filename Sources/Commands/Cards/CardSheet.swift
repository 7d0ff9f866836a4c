import Cards
import Language
import LearnerStore
import Reports
import Scheduling
import Study
import Terminal

/// All there is to know about one card.
struct CardSheet {
  let candidate: Candidate
  let selection: CardSelection
  let history: [HistoryEntry]
  let moment: Moment
  let language: InterfaceLanguage

  init(
    _ candidate: Candidate,
    of selection: CardSelection,
    in store: LearnerStore,
    at moment: Moment,
    language: InterfaceLanguage
  ) throws {
    self.candidate = candidate
    self.selection = selection
    self.moment = moment
    self.language = language
    let id = candidate.card.id
    history = selection.grading.history(of: id, from: try store.events(of: id))
  }

  private func words(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en).text(in: language) }

  /// Writes the sheet, wrapped at the output's width.
  func write(to output: any TextOutput, hasBars: Bool) {
    let card = candidate.card
    output.say("== ^\(card.id)")
    output.say(([candidate.deck] + card.section).joined(separator: " › "))
    if !card.tags.isEmpty { output.say(card.tags.map { "#\($0)" }.joined(separator: " ")) }
    let face = CardFace(card, language: language)
    output.say(face.question, in: language)
    output.say(face.answer, in: language)
    output.write("\n")
    for line in facts { output.say(line) }
    writeHistory(to: output)
    writeCurve(to: output, hasBars: hasBars)
  }

  private var facts: [String] {
    let progress = candidate.progress
    let state = [progress.state.phase.condition] + selection.search.marks(of: candidate)
    let separator = words("、", ", ")
    var lines = [
      words("状态：", "State: ") + state.map { $0.word.text(in: language) }.joined(separator: separator)
    ]
    if let due = selection.search.dueWords(of: candidate, at: moment),
      let day = selection.search.dueDay(of: progress)
    {
      var line = words("到期：\(day.text)（\(due.chinese)）", "Due: \(day.text) (\(due.english))")
      if let interval = progress.interval {
        let span = SpokenWords.interval(interval)
        line += words("，间隔 \(span.chinese)", ", interval \(span.english)")
      }
      lines.append(line)
    }
    lines += memory
    guard progress.repetitions > 0 else { return lines }
    return lines + [
      words(
        "复习 \(progress.repetitions) 次，忘记 \(progress.lapses) 次",
        "Reviews: \(progress.repetitions), lapses: \(progress.lapses)"
      )
    ]
  }

  private var memory: [String] {
    let search = selection.search
    guard let recall = search.figure(.retrievability, of: candidate) else { return [] }
    var line = words("现在记得的把握：\(percentText(recall))", "Chance of recall now: \(percentText(recall))")
    if let stability = search.figure(.stability, of: candidate) {
      let span = SpokenWords.duration(Milliseconds(Days(stability)))
      line += words("，稳定性 \(span.chinese)", ", stability \(span.english)")
    }
    if let difficulty = search.figure(.difficulty, of: candidate) {
      let rounded = "\((difficulty * 10).rounded() / 10)"
      line += words("，难度 \(rounded)（1 到 10）", ", difficulty \(rounded) of 10")
    }
    return [line]
  }

  private func writeHistory(to output: any TextOutput) {
    let lines = history.enumerated().compactMap { line($0.element, isFirst: $0.offset == 0) }
    guard !lines.isEmpty else { return }
    output.write("\n")
    output.say(words("经过：", "History:"))
    for line in lines { output.say("  " + line) }
  }

  private func line(_ entry: HistoryEntry, isFirst: Bool) -> String? {
    let time = entry.event.moment.rfc3339.prefix(16).replacing("T", with: " ")
    guard var what = entry.what(isFirst: isFirst)?.text(in: language) else { return nil }
    if entry.isUndone { what += words("（已撤销）", " (undone)") }
    return "\(time)  \(what)"
  }

  private func writeCurve(to output: any TextOutput, hasBars: Bool) {
    let width = output.width ?? 80
    guard
      let curve = ForgettingCurve(
        of: candidate.progress,
        grading: selection.grading,
        at: moment,
        columns: min(60, max(10, width - 10))
      )
    else { return }
    output.write("\n")
    let span = SpokenWords.duration(Milliseconds(Days(curve.span)))
    output.say(
      words("遗忘曲线，从上次复习起 \(span.chinese)：", "Forgetting curve, \(span.english) from the last review:")
    )
    let style = TextStyle(language: language, width: width, hasBars: hasBars)
    for line in curve.lines(style) { output.write(line + "\n") }
  }

  /// The sheet for programs.
  var json: JSONValue {
    let card = candidate.card
    let more = [
      JSONMember("context", JSONValue(card.context)), JSONMember("choices", JSONValue(card.choices)),
      JSONMember("correction", JSONValue(card.correction)), JSONMember("passage", JSONValue(card.passage)),
      JSONMember("remark", JSONValue(card.remark)), JSONMember("history", .array(history.map(\.json))),
    ]
    return .object(selection.json(candidate) + more)
  }
}

extension HistoryEntry {
  /// What happened, in words; nil for the first text of a card, which its question shows.
  fileprivate func what(isFirst: Bool) -> Bilingual? {
    switch event.kind {
    case .review(let review): return words(for: review)
    case .suspend: return Bilingual(zh: "停用", en: "suspended")
    case .resume: return Bilingual(zh: "恢复提问", en: "resumed")
    case .bury: return Bilingual(zh: "搁置", en: "buried")
    case .unbury: return Bilingual(zh: "取消搁置", en: "no longer buried")
    case .flag(let isFlagged):
      return isFlagged ? Bilingual(zh: "加标记", en: "flagged") : Bilingual(zh: "去标记", en: "flag taken away")
    case .forget: return Bilingual(zh: "从头学起", en: "forgotten: starts anew")
    case .reschedule(let day): return Bilingual(zh: "改到 \(day.text)", en: "rescheduled to \(day.text)")
    case .revision(let revision):
      guard !isFirst else { return nil }
      return revision.startsAnew
        ? Bilingual(zh: "答案改了，从头学起", en: "answer changed: starts anew")
        : Bilingual(zh: "题面改了", en: "text changed")
    case .undo, .setting: return nil
    }
  }

  private func words(for review: Review) -> Bilingual {
    let rating = SpokenWords.rating(review.rating)
    let interval = SpokenWords.interval(review.interval)
    let taken = SpokenWords.duration(review.duration)
    var zh = "\(rating.chinese)，用时 \(taken.chinese)，\(interval.chinese)后再问"
    var en = "\(rating.english), took \(taken.english), back in \(interval.english)"
    if let answer = review.answer {
      let mark = review.isCorrect.map { $0 ? CardRole.right : CardRole.wrong }
      zh += "；答“\(safe(answer))”" + (mark.map { "（\($0.chinese)）" } ?? "")
      en += "; answered '\(safe(answer))'" + (review.isCorrect.map { $0 ? " (right)" : " (wrong)" } ?? "")
    }
    return Bilingual(zh: zh, en: en)
  }

  /// The entry for programs.
  fileprivate var json: JSONValue {
    var members = [
      JSONMember("time", .string(event.moment.rfc3339)), JSONMember("what", .string(event.kind.name)),
      JSONMember("undone", .bool(isUndone)),
    ]
    if case .review(let review) = event.kind {
      members += [
        JSONMember("rating", JSONValue(review.rating.rawValue)),
        JSONMember("milliseconds", .integer(review.duration.value)),
        JSONMember("answer", JSONValue(review.answer)),
        JSONMember("correct", review.isCorrect.map(JSONValue.bool) ?? .null),
        JSONMember("interval_days", .number(review.interval.days.value)),
        JSONMember("retrievability", JSONValue(transition?.retrievability)),
      ]
    }
    return .object(members)
  }
}

extension EventKind {
  /// The kind's name for programs.
  var name: String {
    switch self {
    case .review: "review"
    case .undo: "undo"
    case .suspend: "suspend"
    case .resume: "resume"
    case .bury: "bury"
    case .unbury: "unbury"
    case .flag(let isFlagged): isFlagged ? "flag" : "unflag"
    case .forget: "forget"
    case .reschedule: "reschedule"
    case .revision: "revision"
    case .setting: "setting"
    }
  }
}
