import Language

/// Something to be read besides the session: shown over it on the full screen, said in the linear front end.
struct Page: Sendable, Equatable {
  /// What it is.
  let title: Bilingual

  /// Its lines, not wrapped yet.
  var lines: [Row]

  /// The line that matters most.
  var anchor = 0

  /// The lines that the linear front end says.
  var spoken: Range<Int>

  /// A page all of which is said.
  init(title: Bilingual, lines: [Row]) {
    self.title = title
    self.lines = lines
    spoken = 0..<lines.count
  }
}

extension Page {
  /// The lines to be said, the passage between marks that need no eyes.
  func text(in language: InterfaceLanguage) -> [String] {
    lines[spoken].map { row in
      row.map { run in
        switch run.role {
        case .passage: Phrases.markedPassage(run.text).text(in: language)
        case .picture: ""
        case .plain, .faint, .strong, .right, .wrong, .key, .selected: run.text
        }
      }.joined()
    }
  }
}
