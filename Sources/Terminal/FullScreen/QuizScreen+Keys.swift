import Cards
import Language
import Scheduling
import Study

/// What the session is to do for a key.
enum ScreenAction: Sendable, Equatable {
  /// Nothing: only what is shown changed.
  case none
  /// A step of the session.
  case session(SessionCommand)
  /// What a learner can do at any time.
  case command(LinearCommand)
  /// Leave now.
  case leave
}

extension QuizScreen {
  /// Takes up a key.
  mutating func press(_ key: Key) -> ScreenAction {
    switch key {
    case .interrupted, .endOfInput: return .leave
    case .redraw: return .none
    default: break
    }
    note = nil
    if let panel { return press(key, in: panel) }
    if key == .help { return .command(.help) }
    if isCommanding { return pressCommand(key) }
    if scrolls(key) { return .none }
    switch phase {
    case .question(let showing): return pressInQuestion(key, showing)
    case .answer(_, let response): return pressInAnswer(key, response)
    case .finished: return pressAtEnd(key)
    }
  }

  private mutating func press(_ key: Key, in panel: Panel) -> ScreenAction {
    if scrolls(key) { return .none }
    if case .search(var field) = panel, field.edit(key) {
      self.panel = .search(field)
      scroll = 0
      return .none
    }
    switch key {
    case .up: scrollBy(-1)
    case .down, .text(" "): scrollBy(1)
    default:
      self.panel = nil
      scroll = nil
    }
    return .none
  }

  private mutating func pressCommand(_ key: Key) -> ScreenAction {
    isCommanding = false
    guard case .text(let letter) = key else { return .none }
    return command(letter)
  }

  /// The command of a bare letter.
  private mutating func command(_ letter: String) -> ScreenAction {
    if let command = LinearCommand(key: letter) { return .command(command) }
    note = Phrases.unknownKey(letter)
    return .none
  }

  private mutating func scrolls(_ key: Key) -> Bool {
    switch key {
    case .pageUp: scrollBy(-4)
    case .pageDown: scrollBy(4)
    default: return false
    }
    return true
  }

  private mutating func scrollBy(_ rows: Int) {
    scroll = max(0, (scroll ?? 0) + rows)
  }

  private mutating func pressInAnswer(_ key: Key, _ response: Response) -> ScreenAction {
    switch key {
    case .up: scrollBy(-1)
    case .down: scrollBy(1)
    case .enter, .text(" "):
      guard let suggested = response.suggested else {
        note = Phrases.notARating
        return .none
      }
      return .session(.rate(suggested, taking: nil))
    case .text(let typed):
      if let rating = Rating(typed: typed) { return .session(.rate(rating, taking: nil)) }
      return command(typed)
    default: break
    }
    return .none
  }

  private mutating func pressAtEnd(_ key: Key) -> ScreenAction {
    switch key {
    case .enter, .escape, .text("q"), .control("d"): return .leave
    case .up: scrollBy(-1)
    case .down, .text(" "): scrollBy(1)
    case .text(let letter): return command(letter)
    default: break
    }
    return .none
  }
}

extension QuizScreen {
  private mutating func pressInQuestion(_ key: Key, _ showing: Showing) -> ScreenAction {
    let card = showing.candidate.card
    if key == .control("d"), entry == AnswerEntry() { return .leave }
    switch card.kind {
    case .qa, .cloze: return pressInField(key) { text, _ in text.isEmpty ? .reveal : .answer(.text(text)) }
    case .list, .order: return pressInList(key, card)
    case .choice: return pressInOptions(key, showing.choices)
    case .truefalse: return pressInTruth(key)
    }
  }

  /// Edits the field; `whenEntered` says what a text that is no command leads to.
  private mutating func pressInField(
    _ key: Key,
    whenEntered: (String, inout AnswerEntry) -> SessionCommand?
  ) -> ScreenAction {
    switch key {
    case .escape: isCommanding = true
    case .up: scrollBy(-1)
    case .down: scrollBy(1)
    case .enter:
      let typed = entry.field.text
      switch Reply(.line(Array(typed.utf8))) {
      case .empty: return whenEntered("", &entry).map(ScreenAction.session) ?? .none
      case .text(let text): return whenEntered(text, &entry).map(ScreenAction.session) ?? .none
      case .command(let command):
        entry.field = TextField()
        return .command(command)
      case .unknownCommand(let text): note = Phrases.unknownCommand(text)
      case .tooLong, .end: break
      }
    default: _ = entry.field.edit(key)
    }
    return .none
  }

  private mutating func pressInList(_ key: Key, _ card: Card) -> ScreenAction {
    switch key {
    case .backspace where entry.field.isEmpty && !entry.items.isEmpty:
      entry.field = TextField(entry.items.removeLast())
      return .none
    case .paste(let text):
      pasteItems(text)
      return .none
    default: break
    }
    return pressInField(key) { text, entry in
      guard text.isEmpty else {
        entry.items.append(text)
        entry.field = TextField()
        return nil
      }
      guard let first = entry.items.first else { return .reveal }
      let isAllInOne = entry.items.count == 1 && card.answers.count > 1
      return .answer(isAllInOne ? .text(first) : .items(entry.items))
    }
  }

  /// Each pasted line is an item, but the last, which may go on.
  private mutating func pasteItems(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      entry.field.insert(String(line))
      let isLast = index == lines.count - 1 && text.last?.isNewline != true
      let item = trimmed(entry.field.text)
      guard !isLast, !item.isEmpty else { continue }
      entry.items.append(item)
      entry.field = TextField()
    }
  }

  private mutating func pressInOptions(_ key: Key, _ choices: [String]) -> ScreenAction {
    switch key {
    case .enter:
      guard let answer = entry.answer(among: choices) else { return .session(.reveal) }
      return .session(.answer(answer))
    case .up: entry.move(by: -1, among: choices.count)
    case .down: entry.move(by: 1, among: choices.count)
    case .backspace: _ = entry.picked.popLast()
    case .escape: isCommanding = true
    case .text(" "): if let pointer = entry.pointer { entry.toggle(pointer) }
    case .text(let typed):
      guard let number = Int(halfWidth(typed)) else { return command(typed) }
      guard choices.indices.contains(number - 1) else {
        note = Phrases.noSuchOption(typed)
        return .none
      }
      entry.toggle(number - 1)
    default: break
    }
    return .none
  }

  private mutating func pressInTruth(_ key: Key) -> ScreenAction {
    switch key {
    case .enter: return .session(.reveal)
    case .escape: isCommanding = true
    case .up: scrollBy(-1)
    case .down: scrollBy(1)
    case .text(let typed):
      switch halfWidth(typed).lowercased() {
      case "1", "t", "y", "对", "是", "真": return .session(.answer(.text("true")))
      case "2", "f", "n", "错", "否", "假", "不": return .session(.answer(.text("false")))
      default: return command(typed)
      }
    default: break
    }
    return .none
  }
}
