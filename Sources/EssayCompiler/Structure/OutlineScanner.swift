/// Finds title, headings, items and paragraphs.
enum OutlineScanner {
  static func outline(of essay: Essay) -> Outline {
    let lines = withoutFrontMatter(LineScanner.lines(of: essay), in: essay)
    let wrapped = LineScanner.isHardWrapped(lines, in: essay)
    var scanner = State(essay: essay)
    var fenced = false
    for (index, line) in lines.enumerated() {
      if isFence(line, essay) {
        fenced.toggle()
        scanner.endParagraph()
        continue
      }
      if fenced || isDecoration(line, essay) {
        scanner.endParagraph()
        continue
      }
      scanner.add(line, next: index + 1 < lines.count ? lines[index + 1] : nil, wrapped: wrapped)
    }
    return scanner.finish()
  }

  /// Drops `---` … `---` at the start of a Markdown file.
  private static func withoutFrontMatter(_ lines: [Line], in essay: Essay) -> [Line] {
    guard let first = lines.first, essay.text(first.range) == "---",
      let end = lines.dropFirst().prefix(40).firstIndex(where: { essay.text($0.range) == "---" })
    else { return lines }
    return Array(lines[(end + 1)...])
  }

  private static func isFence(_ line: Line, _ essay: Essay) -> Bool {
    essay.matches("```".keys, at: line.range.lowerBound)
      || essay.matches("~~~".keys, at: line.range.lowerBound)
  }

  /// A rule, a table row, a picture, or a line without any letter or digit.
  private static func isDecoration(_ line: Line, _ essay: Essay) -> Bool {
    let first = essay.keys[line.range.lowerBound]
    if first == 0x7C || essay.matches("![".keys, at: line.range.lowerBound) { return true }
    return !essay.keys[line.range].contains(where: Characters.isWordlike)
  }

  private struct State {
    let essay: Essay
    var blocks: [Block] = []
    /// The indices of the open headings, with their ranks.
    var open: [(rank: Int, index: Int)] = []
    var title: Range<Int>?
    /// Whether the last block may still grow by a wrapped line.
    var growing = false

    init(essay: Essay) {
      self.essay = essay
    }

    mutating func endParagraph() {
      growing = false
    }

    mutating func add(_ line: Line, next: Line?, wrapped: Bool) {
      if line.afterBlank { growing = false }
      var content = line.range
      if let marks = markdownHeading(content) {
        addHeading(marks.content, rank: marks.level * 10)
        return
      }
      if essay.keys[content.lowerBound] == 0x3E {
        content = essay.trimmed(content.lowerBound + 1..<content.upperBound)
        guard !content.isEmpty else { return }
      }
      let number = Numbering.read(content, in: essay)
      let body = number.map { $0.end..<content.upperBound } ?? content
      guard !body.isEmpty else { return }
      if wrapped, growing, number == nil, var last = blocks.popLast() {
        last.range = last.range.lowerBound..<content.upperBound
        blocks.append(last)
        return
      }
      if blocks.isEmpty, title == nil, number == nil, isHeadingLike(body), next != nil {
        title = body
        blocks.append(Block(kind: .title, range: body, paragraph: blocks.count, section: nil))
        return
      }
      if let number, number.style != .bullet, isHeadingLike(body) {
        addHeading(body, rank: 100 + number.style.rawValue * 10 + number.depth)
        return
      }
      if number == nil, isPlainHeading(line, body, next: next) {
        addHeading(body, rank: 300)
        return
      }
      let kind: Block.Kind = number == nil ? .paragraph : .item
      blocks.append(Block(kind: kind, range: body, paragraph: blocks.count, section: open.last?.index))
      growing = true
    }

    func finish() -> Outline {
      Outline(blocks: blocks, title: title)
    }

    private mutating func addHeading(_ range: Range<Int>, rank: Int) {
      growing = false
      let content = essay.trimmed(range)
      guard !content.isEmpty else { return }
      if title == nil, blocks.isEmpty, rank == 10 {
        title = content
        blocks.append(Block(kind: .title, range: content, paragraph: blocks.count, section: nil))
        return
      }
      while let last = open.last, last.rank >= rank { open.removeLast() }
      let block = Block(
        kind: .heading(level: open.count),
        range: content,
        paragraph: blocks.count,
        section: open.last?.index
      )
      blocks.append(block)
      open.append((rank, blocks.count - 1))
    }

    private func markdownHeading(_ range: Range<Int>) -> (level: Int, content: Range<Int>)? {
      var level = 0
      var index = range.lowerBound
      while index < range.upperBound, essay.keys[index] == 0x23 {
        level += 1
        index += 1
      }
      guard (1...6).contains(level), index < range.upperBound, Characters.isSpace(essay.keys[index]) else {
        return nil
      }
      var end = range.upperBound
      while end > index, essay.keys[end - 1] == 0x23 { end -= 1 }
      var content = essay.trimmed(index..<end)
      guard !content.isEmpty else { return nil }
      if let number = Numbering.read(content, in: essay), number.style != .bullet {
        content = number.end..<content.upperBound
      }
      return content.isEmpty ? nil : (level, content)
    }

    /// Short, without a full stop at its end or inside.
    private func isHeadingLike(_ range: Range<Int>) -> Bool {
      guard range.count <= 120, essay.units(in: range) <= (essay.hanCount(in: range) > 0 ? 45 : 14) else {
        return false
      }
      let last = essay.keys[range.upperBound - 1]
      guard !Self.enders.contains(last), !essay.keys[range].contains(where: Self.stops.contains) else {
        return false
      }
      return essay.keys[range].contains(where: Characters.isWordlike)
    }

    private static let enders = Set("。！；：，、.!;:,…".keys)
    private static let stops = Set("。！；".keys)

    /// A short line that stands alone between empty lines before a longer one.
    private func isPlainHeading(_ line: Line, _ body: Range<Int>, next: Line?) -> Bool {
      guard line.afterBlank, let next, isHeadingLike(body), next.range.count > body.count * 2 else {
        return false
      }
      let han = essay.hanCount(in: body) > 0
      guard essay.units(in: body) <= (han ? 20 : 9) else { return false }
      return line.beforeBlank && (han || Characters.isUpper(essay.scalars[body.lowerBound].value))
    }
  }
}
