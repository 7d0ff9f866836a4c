/// The number or bullet that opens a line.
struct Numbering: Sendable, Equatable {
  enum Style: Int, Sendable, Comparable {
    case chapter
    case chinese
    case chineseParenthesised
    case decimal
    case parenthesised
    case bullet

    static func < (one: Style, other: Style) -> Bool { one.rawValue < other.rawValue }
  }

  var style: Style
  /// How many numbers a dotted number has: 2 for `1.3`.
  var depth: Int
  /// Where the content begins.
  var end: Int

  /// Reads the number at the start of a line.
  static func read(_ range: Range<Int>, in essay: Essay) -> Numbering? {
    bullet(range, essay) ?? chapter(range, essay) ?? parenthesised(range, essay) ?? chinese(range, essay)
      ?? decimal(range, essay)
  }

  private static func bullet(_ range: Range<Int>, _ essay: Essay) -> Numbering? {
    let first = essay.keys[range.lowerBound]
    guard bullets.contains(first) else { return nil }
    let spaced = first == 0x2D || first == 0x2A || first == 0x2B
    let next = range.lowerBound + 1
    guard next < range.upperBound, !spaced || Characters.isSpace(essay.keys[next]) else { return nil }
    return Numbering(style: .bullet, depth: 1, end: skipSpaces(next, range, essay))
  }

  private static let bullets = Set("-*+•◦▪●○■□◆·※".keys)

  private static func chapter(_ range: Range<Int>, _ essay: Essay) -> Numbering? {
    guard essay.keys[range.lowerBound] == Key.of("第") else { return nil }
    let number = skipNumber(range.lowerBound + 1, range, essay)
    guard number > range.lowerBound + 1, number < range.upperBound,
      chapterUnits.contains(essay.keys[number])
    else { return nil }
    var end = number + 1
    if end < range.upperBound, essay.keys[number] == Key.of("部"), essay.keys[end] == Key.of("分") { end += 1 }
    guard end < range.upperBound, !Characters.isWordlike(essay.keys[end]) else { return nil }
    return Numbering(style: .chapter, depth: 1, end: skipSeparators(end, range, essay))
  }

  private static let chapterUnits = Set("章节部篇讲课回编".keys)

  private static func parenthesised(_ range: Range<Int>, _ essay: Essay) -> Numbering? {
    let first = essay.keys[range.lowerBound]
    guard first == 0x28 || first == 0xFF08 else { return nil }
    let start = range.lowerBound + 1
    let number = skipNumber(start, range, essay)
    guard number > start, number < range.upperBound, number - start <= 3 else { return nil }
    let close = essay.keys[number]
    guard close == 0x29 || close == 0xFF09 else { return nil }
    let style: Style = Characters.isDigit(essay.keys[start]) ? .parenthesised : .chineseParenthesised
    return Numbering(style: style, depth: 1, end: skipSeparators(number + 1, range, essay))
  }

  private static func chinese(_ range: Range<Int>, _ essay: Essay) -> Numbering? {
    var number = range.lowerBound
    while number < range.upperBound, number - range.lowerBound < 4,
      Characters.isChineseNumeral(essay.keys[number])
    {
      number += 1
    }
    guard number > range.lowerBound, number + 1 < range.upperBound,
      chineseSeparators.contains(essay.keys[number])
    else { return nil }
    return Numbering(style: .chinese, depth: 1, end: skipSpaces(number + 1, range, essay))
  }

  private static let chineseSeparators = Set("、．.".keys)

  private static func decimal(_ range: Range<Int>, _ essay: Essay) -> Numbering? {
    var index = range.lowerBound
    var depth = 0
    var closed = false
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, index - start < 3, Characters.isDigit(essay.keys[index]) { index += 1 }
      guard index > start else { break }
      depth += 1
      closed = false
      guard index < range.upperBound, decimalSeparators.contains(essay.keys[index]) else { break }
      index += 1
      closed = true
    }
    guard depth > 0, depth <= 4, index < range.upperBound else { return nil }
    let spaced = Characters.isSpace(essay.keys[index])
    guard closed || (depth > 1 && spaced) else { return nil }
    guard spaced || Characters.isHan(essay.keys[index]) else { return nil }
    return Numbering(style: .decimal, depth: depth, end: skipSpaces(index, range, essay))
  }

  private static let decimalSeparators = Set("..、．)".keys)

  private static func skipNumber(_ start: Int, _ range: Range<Int>, _ essay: Essay) -> Int {
    var index = start
    while index < range.upperBound,
      Characters.isDigit(essay.keys[index]) || Characters.isChineseNumeral(essay.keys[index])
    {
      index += 1
    }
    return index
  }

  private static func skipSpaces(_ start: Int, _ range: Range<Int>, _ essay: Essay) -> Int {
    var index = start
    while index < range.upperBound, Characters.isSpace(essay.keys[index]) { index += 1 }
    return index
  }

  private static func skipSeparators(_ start: Int, _ range: Range<Int>, _ essay: Essay) -> Int {
    var index = start
    while index < range.upperBound,
      Characters.isSpace(essay.keys[index]) || separators.contains(essay.keys[index])
    {
      index += 1
    }
    return index
  }

  private static let separators = Set("、.．:：".keys)
}
