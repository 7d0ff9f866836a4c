import Language
import Reports
import Study
import Terminal

/// An essay as it is read: each passage shaded and marked by how well it is remembered.
struct ReadPage {
  let deck: String
  let memory: EssayMemory

  /// The sections that can be chosen, by number from 1.
  let sections: [EssayMemory.Section]

  /// Whether only paragraphs of passages are shown: those of one section.
  let isNarrowed: Bool

  let language: InterfaceLanguage

  private func words(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en).text(in: language) }

  /// The page; a digit starts a session on a section.
  var page: KeyedPage {
    let keys = sections.prefix(9).enumerated().map { index, section in
      PageKey(
        Character("\(index + 1)"),
        Bilingual(zh: "练“\(safe(name(of: section)))”", en: "practise '\(safe(name(of: section)))'")
      )
    }
    let copy = self
    return KeyedPage(title: deck, aside: overall, keys: Array(keys)) { width in copy.lines(width) }
  }

  /// The whole deck in a few words.
  private var overall: String {
    var seen = 0
    var cards = 0
    var sum = 0.0
    for section in memory.sections {
      cards += section.memory.cards
      seen += section.memory.seen
      sum += (section.memory.recall ?? 0) * Double(section.memory.seen)
    }
    guard seen > 0 else { return words("还没有学", "not learnt yet") }
    guard sum > 0 else { return words("学过 \(seen)/\(cards) 张", "\(seen) of \(cards) cards learnt") }
    let share = percentText(sum / Double(seen))
    return words("学过 \(seen)/\(cards) 张，记得 \(share)", "\(seen) of \(cards) cards learnt, \(share) remembered")
  }

  private func lines(_ width: Int) -> [[PageRun]] {
    [legend, []].flatMap { $0.isEmpty ? [[PageRun("")]] : $0 } + essay + [[PageRun("")]] + summary(width)
  }

  private var legend: [[PageRun]] {
    let holds = Hold.allCases.filter { $0 != .learnt }
    let parts = holds.map { hold in PageRun(hold.meaning.text(in: language), hold.role) }
    let separator = PageRun(words("　", "  "))
    return [parts.flatMap { [$0, separator] }.dropLast()]
  }

  /// The essay's paragraphs; blank lines between them are left out.
  private var essay: [[PageRun]] {
    var paragraphs: [[PageRun]] = []
    var runs: [PageRun] = []
    var hasPassage = false
    func endParagraph() {
      let isBlank = runs.allSatisfy { $0.text.allSatisfy(\.isWhitespace) }
      if !isBlank, hasPassage || !isNarrowed { paragraphs.append(runs) }
      runs = []
      hasPassage = false
    }
    for stretch in memory.stretches {
      let passage = stretch.passage.map { memory.passages[$0] }
      let lines = stretch.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        if index > 0 { endParagraph() }
        let text = runs.isEmpty ? String(line.drop(while: \.isWhitespace)) : String(line)
        if !text.isEmpty { runs.append(PageRun(text, passage?.memory.hold.role ?? .plain)) }
        hasPassage = hasPassage || passage != nil && !text.isEmpty
      }
      if stretch.isEnd, let passage { ReadPage.append(mark(passage.memory), to: &runs) }
    }
    endParagraph()
    return paragraphs
  }

  /// Puts a mark behind the last word, before the blanks that part it from what follows.
  private static func append(_ mark: String, to runs: inout [PageRun]) {
    guard let last = runs.popLast() else { return runs.append(PageRun(mark, .faint)) }
    let end = last.text.lastIndex { !$0.isWhitespace }.map(last.text.index(after:)) ?? last.text.startIndex
    runs += [PageRun(String(last.text[..<end]), last.role), PageRun(mark, .faint)]
    let blanks = last.text[end...]
    if !blanks.isEmpty { runs.append(PageRun(String(blanks))) }
  }

  /// What stands behind a passage: how well it is remembered, in words and as a figure.
  private func mark(_ memory: PassageMemory) -> String {
    let word = memory.hold.word.text(in: language)
    guard let recall = memory.recall else { return words("【\(word)】", " [\(word)]") }
    return words("【\(word) \(percentText(recall))】", " [\(word) \(percentText(recall))]")
  }

  private func summary(_ width: Int) -> [[PageRun]] {
    let rows = sections.enumerated().map { index, section in
      let memory = section.memory
      return [
        "\(index + 1)", fitted(safe(name(of: section)), to: max(8, width - 36), ellipsis: "…"),
        words("\(memory.seen)/\(memory.cards) 张", "\(memory.seen)/\(memory.cards)"),
        memory.recall.map(percentText) ?? "", words("到期 \(section.due)", "\(section.due) due"),
        memory.hold.word.text(in: language),
      ]
    }
    let heading = [PageRun(words("各章节（学过的卡片、记得多少）", "Sections (cards learnt, remembered now)"), .strong)]
    let lines = zip(alignedColumns(rows, atRight: [0, 2, 3, 4]), sections).map { line, section in
      [PageRun(line, section.memory.hold.role)]
    }
    guard memory.missing > 0 else { return [heading] + lines }
    let missing = words(
      "卡片集里有 \(memory.missing) 段原文不在这篇文章里；用 wengu lint 查看",
      memory.missing == 1
        ? "1 passage of the deck is not in the essay; see 'wengu lint'"
        : "\(memory.missing) passages of the deck are not in the essay; see 'wengu lint'"
    )
    return [heading] + lines + [[PageRun(missing, .faint)]]
  }

  private func name(of section: EssayMemory.Section) -> String {
    section.path.last ?? words("（无标题）", "(no heading)")
  }
}

extension Hold {
  /// The hold in a word.
  var word: Bilingual {
    switch self {
    case .firm: Bilingual(zh: "牢", en: "firm")
    case .fading: Bilingual(zh: "淡", en: "fading")
    case .slipping: Bilingual(zh: "快忘", en: "slipping")
    case .learnt: Bilingual(zh: "学过", en: "learnt")
    case .new: Bilingual(zh: "未学", en: "not learnt")
    }
  }

  fileprivate var meaning: Bilingual {
    switch self {
    case .firm: Bilingual(zh: "牢：九成以上", en: "firm: 90 % and more")
    case .fading: Bilingual(zh: "淡：七到九成", en: "fading: 70 to 90 %")
    case .slipping: Bilingual(zh: "快忘：不到七成", en: "slipping: below 70 %")
    case .learnt: Bilingual(zh: "学过", en: "learnt")
    case .new: Bilingual(zh: "未学", en: "not learnt yet")
    }
  }

  fileprivate var role: PageRole {
    switch self {
    case .firm: .good
    case .fading: .strong
    case .slipping: .poor
    case .learnt: .plain
    case .new: .faint
    }
  }
}
