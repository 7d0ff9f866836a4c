import CTerminal
public import Language

/// A page on the whole screen.
public struct PageScreen {
  private let screen: any Screen
  private let language: InterfaceLanguage

  /// The screen of standard input and output; nil where the terminal has none.
  ///
  /// From here on whatever ends or stops the process gives the terminal back.
  /// - Parameters:
  ///   - environment: `TERM` and `NO_COLOR` count.
  ///   - language: of the keys' meanings.
  public init?(environment: [String: String], language: InterfaceLanguage) {
    let terminal = environment["TERM"] ?? ""
    guard !["", "dumb", "unknown"].contains(terminal), wengu_is_terminal(0), wengu_is_terminal(1) else {
      return nil
    }
    wengu_guard_terminal(0)
    let wantsColours = (environment["NO_COLOR"] ?? "").isEmpty
    guard let screen = CursesScreen(input: 0, output: 1, wantsColours: wantsColours) else { return nil }
    self.init(screen: screen, language: language)
  }

  init(screen: any Screen, language: InterfaceLanguage) {
    self.screen = screen
    self.language = language
  }

  /// Shows a page until one of its keys is pressed or the learner leaves, then gives the terminal back.
  public func show(_ page: KeyedPage) -> PageEnd {
    defer { screen.close() }
    var first = 0
    while true {
      let layout = ScreenLayout(screen.size)
      let content = content(of: page, layout)
      let height = layout.bodyHeight(header: content.header.count, field: 0, footer: content.footer.count)
      first = max(0, min(first, content.body.count - height))
      screen.show(layout.frame(of: content, scroll: first))
      switch screen.nextKey() {
      case .enter: if let end = page.end(of: nil) { return end }
      case .text(" "), .pageDown: first += max(1, height - 1)
      case .text(let text):
        if let end = text.first.flatMap(page.end) { return end }
      case .pageUp: first -= max(1, height - 1)
      case .down: first += 1
      case .up: first -= 1
      case .home: first = 0
      case .end: first = content.body.count
      case .escape, .interrupted, .endOfInput: return .left
      case .paste, .control, .tab, .backspace, .delete, .left, .right, .help, .redraw: break
      }
    }
  }

  func content(of page: KeyedPage, _ layout: ScreenLayout) -> ScreenContent {
    var content = ScreenContent()
    if layout.hasHeader {
      let title = [Run(safe(page.title), .strong)]
      content.header = [title.aligned(with: [Run(safe(page.aside), .faint)], in: layout.width)]
      if layout.isRoomy { content.header.append([]) }
    }
    content.body = page.body(layout.bodyWidth).flatMap { paragraph in
      wrapped(paragraph.map { Run($0.text, $0.role.role) }, width: layout.bodyWidth)
    }
    content.footer = (layout.isRoomy ? [[]] : []) + [keyRow(page.keys + [KeyedPage.leave], layout.width)]
    return content
  }

  /// As many of the keys as fit.
  private func keyRow(_ keys: [PageKey], _ width: Int) -> Row {
    var row: Row = []
    for key in keys {
      let name = key.character.map(String.init) ?? "Enter"
      let space = row.isEmpty ? "" : "  "
      let next = row + [Run(space), Run(name, .key), Run(" " + key.meaning.text(in: language), .faint)]
      guard next.width <= width else { break }
      row = next
    }
    return row
  }
}

extension PageRole {
  fileprivate var role: Role {
    switch self {
    case .plain: .plain
    case .faint: .faint
    case .strong: .strong
    case .good: .right
    case .poor: .wrong
    }
  }
}
