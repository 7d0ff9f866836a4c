/// What a learner can type instead of an answer or a rating.
enum LinearCommand: CaseIterable, Equatable {
  case undo
  case skip
  case bury
  case suspend
  case flag
  case read
  case edit
  case history
  case essay
  case search
  case quit
  case help

  /// The words for it, the first being the full one.
  var names: [String] {
    switch self {
    case .undo: ["undo", "u", "撤销"]
    case .skip: ["skip", "s", "跳过"]
    case .bury: ["bury", "b", "搁置"]
    case .suspend: ["suspend", "p", "停用"]
    case .flag: ["flag", "f", "标记"]
    case .read: ["repeat", "r", "重读"]
    case .edit: ["edit", "e", "编辑", "修改"]
    case .history: ["history", "i", "历史"]
    case .essay: ["essay", "o", "原文"]
    case .search: ["search", "/", "find", "查找"]
    case .quit: ["quit", "q", "exit", "结束", "退出"]
    case .help: ["help", "h", "?", "帮助"]
    }
  }

  /// The command of a bare letter, as the full screen takes it.
  init?(key: String) {
    guard halfWidth(key).count == 1, let command = LinearCommand(key) else { return nil }
    self = command
  }

  /// The command of a word without its colon or slash.
  init?(_ word: String) {
    let name = halfWidth(word).lowercased()
    guard let command = LinearCommand.allCases.first(where: { $0.names.contains(name) }) else { return nil }
    self = command
  }
}

/// What a learner typed.
enum Reply: Equatable {
  /// Nothing but Enter.
  case empty
  /// An answer or a rating.
  case text(String)
  /// A command.
  case command(LinearCommand)
  /// A colon or slash with a word that is no command.
  case unknownCommand(String)
  /// A line too long to take.
  case tooLong
  /// The end of the input, or Ctrl-C.
  case end

  /// Reads a line.
  ///
  /// A colon or slash, also full-width as Chinese input methods give it, begins a command; a space before
  /// it makes it an answer.
  init(_ line: InputLine) {
    switch line {
    case .end, .interrupted: self = .end
    case .tooLong: self = .tooLong
    case .line(let bytes):
      let typed = String(decoding: bytes, as: UTF8.self)
      let text = trimmed(typed)
      if text.isEmpty {
        self = .empty
      } else if let first = typed.first, ":/：／".contains(first) {
        self = Reply(command: trimmed(String(typed.dropFirst())), typed: text)
      } else {
        self = .text(text)
      }
    }
  }

  private init(command word: String, typed: String) {
    self = LinearCommand(word).map(Reply.command) ?? .unknownCommand(typed)
  }
}

/// A text without the white space around it.
func trimmed(_ text: String) -> String {
  let characters = text.drop(while: \.isWhitespace)
  guard let last = characters.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return String(characters[...last])
}

/// A text with full-width ASCII made half-width, as Chinese input methods may give it.
func halfWidth(_ text: String) -> String {
  let scalars = text.unicodeScalars.map { scalar in
    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
  }
  return String(String.UnicodeScalarView(scalars))
}
