public import Language

/// A page line by line, with a question at its end.
public struct LinearPage {
  private let input: any LineInput
  private let output: any TextOutput
  private let language: InterfaceLanguage

  /// A page on an input and output.
  public init(input: any LineInput, output: any TextOutput, language: InterfaceLanguage) {
    self.input = input
    self.output = output
    self.language = language
  }

  /// Writes a page.
  public static func write(_ page: KeyedPage, to output: any TextOutput) {
    output.say([page.title, page.aside].filter { !$0.isEmpty }.joined(separator: " · "))
    for paragraph in page.body(output.width ?? 80) {
      output.say(paragraph.map(\.text).joined())
    }
  }

  /// Writes a page and asks until a line is one of its keys, or leaves; an empty line is Enter.
  public func show(_ page: KeyedPage) -> PageEnd {
    LinearPage.write(page, to: output)
    guard !page.keys.isEmpty else { return .left }
    while true {
      switch input.nextLine(prompt: prompt(page)) {
      case .line(let bytes):
        let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        let character = text.drop { $0 == ":" }.first
        if let end = page.end(of: character) { return end }
      case .tooLong: continue
      case .end, .interrupted: return .left
      }
    }
  }

  private func prompt(_ page: KeyedPage) -> String {
    let keys = (page.keys + [KeyedPage.leave]).map { key in
      let meaning = key.meaning.text(in: language)
      return switch language {
      case .chinese: "\(key.character.map { "\($0) 加回车" } ?? "回车")：\(meaning)"
      case .english: "\(key.character.map { "\($0) and Enter" } ?? "Enter") to \(meaning)"
      }
    }
    switch language {
    case .chinese: return keys.joined(separator: "；") + "： "
    case .english: return keys.joined(separator: ", ") + ": "
    }
  }
}
