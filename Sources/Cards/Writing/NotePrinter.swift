/// Writes notes and headings in the dress of a deck file.
enum NotePrinter {
  /// A note's lines: mark, answers or items, context, passage, remark.
  static func lines(_ note: Note) -> [String] {
    var lines = content(note.content)
    let tail = note.ids.map { "^\($0)" } + note.tags.map { "#\($0)" }
    lines[0] = ([lines[0]] + tail).joined(separator: " ")
    lines += field("@", note.context)
    lines += passage(note.passage)
    lines += field("!", note.remark)
    return lines
  }

  /// A passage's lines, verbatim.
  static func passage(_ passage: String?) -> [String] {
    guard let passage else { return [] }
    return Escapes.lines(of: passage).map { $0.isEmpty ? ">" : "> \($0)" }
  }

  /// A heading's line.
  static func heading(_ title: String, level: Int) -> String {
    let line = title.split(whereSeparator: \.isNewline).joined(separator: " ")
    return String(repeating: "#", count: min(max(level, 1), 6)) + " " + line
  }

  private static func content(_ content: NoteContent) -> [String] {
    let kind = content.kind
    switch content {
    case .qa(let question, let answers):
      return marked("Q:", question, kind: kind, hasTail: true)
        + answers.flatMap { marked("A:", $0, kind: kind) }
    case .cloze(let text):
      return cloze(text)
    case .list(let question, let items):
      return marked("L:", question, kind: kind, hasTail: true)
        + items.flatMap { marked("-", $0, kind: kind) }
    case .order(let question, let items):
      return marked("O:", question, kind: kind, hasTail: true)
        + items.enumerated().flatMap { marked("\($0.offset + 1).", $0.element, kind: kind) }
    case .choice(let question, let options):
      return marked("M:", question, kind: kind, hasTail: true)
        + options.flatMap { marked($0.isRight ? "- [x]" : "- [ ]", $0.text, kind: kind) }
    case .trueFalse(let statement, let isTrue, let correction):
      return marked(isTrue ? "T:" : "F:", statement, kind: kind, hasTail: true)
        + (correction.map { marked("A:", $0, kind: kind) } ?? [])
    }
  }

  private static func cloze(_ text: ClozeText) -> [String] {
    let sentence = text.segments.map { segment in
      let inner = Escapes.writeInline(segment.text, escapesBrackets: true, escapesTail: true)
      return switch segment {
      case .shown: inner
      case .hidden: "[\(inner)]"
      }
    }
    let lines = Escapes.lines(of: sentence.joined())
    return lines.enumerated().map { index, line in
      index == 0 ? mark("C:", line) : Escapes.hideMark(line, kind: .cloze)
    }
  }

  private static func marked(
    _ mark: String,
    _ text: String,
    kind: CardKind,
    hasTail: Bool = false
  ) -> [String] {
    var lines = Escapes.write(text, kind: kind, hasTail: hasTail)
    lines[0] = self.mark(mark, lines[0])
    return lines
  }

  private static func mark(_ mark: String, _ line: String) -> String {
    line.isEmpty ? mark : "\(mark) \(line)"
  }

  /// Each line of a context or a remark bears its mark.
  private static func field(_ mark: String, _ text: String?) -> [String] {
    guard let text else { return [] }
    return Escapes.lines(of: text).map { line in
      self.mark(mark, Escapes.writeInline(line, escapesBrackets: false, escapesTail: false))
    }
  }
}

extension DeckHeader {
  /// The front matter's lines with its rulers; none when the header says nothing.
  var lines: [String] {
    let further = furtherSources.enumerated().map { (Self.sourceKey($0.offset + 2), Optional($0.element)) }
    let known = [("deck", name), ("language", language), ("source", source)] + further + [("author", author)]
    var lines = known.compactMap { key, value in
      value.map { "\(key): \(FrontMatterValue.write($0))" }
    }
    lines += others.map { "\($0.key): \(FrontMatterValue.write($0.value))" }
    return lines.isEmpty ? [] : ["---"] + lines + ["---"]
  }
}
