import Language
import Testing

@testable import Terminal

/// What a typed answer has otherwise than the right one, and how lines are broken.
struct DifferenceTests {
  @Test(
    arguments: [
      ("立场与世界观", "立场和世界观", "立场[“与”应为“和”]世界观"),
      ("立场世界观", "立场和世界观", "立场[缺“和”]世界观"),
      ("立场和和世界观", "立场和世界观", "立场和[多“和”]世界观"),
      ("场和世界观", "立场和世界观", "[缺“立”]场和世界观"),
      ("立场和世界观念", "立场和世界观", "立场和世界观[多“念”]"),
      ("人民群众", "人民、群众。", "人民、群众。"),
      ("the goverment", "The government", "The gover[缺“n”]ment"),
      ("the two big houses", "the houses", "the[多“two big”] houses"),
      ("作風建設", "作风问题", "作风[“建設”应为“问题”]"),
      ("完全两回事", "立场和世界观", nil),
      ("", "立场", nil),
      ("立", "立场和世界观", nil),
    ] as [(String, String, String?)]
  )
  func `differences are marked in words`(typed: String, right: String, marked: String?) {
    let pieces = difference(typed: typed, right: right)
    let text = pieces?.map { piece in
      switch piece {
      case .same(let text): text
      case .differs(let typed, let right): Phrases.differs(typed: typed, right: right).chinese
      }
    }
    #expect(text?.joined() == marked)
  }

  @Test func `very long texts are not compared`() {
    #expect(
      difference(typed: String(repeating: "甲", count: 2_000), right: String(repeating: "乙", count: 2_000))
        == nil
    )
  }

  @Test(
    arguments: [
      ("short", nil, ["short"]),
      ("one two three four", 10, ["one two", "  three", "  four"]),
      ("一二三四五六七八", 10, ["一二三四五", "  六七八"]),
      ("一二三四五，六七", 10, ["一二三四", "  五，六七"]),
      ("一二三四五“六”七", 11, ["一二三四五", "  “六”七"]),
      ("abcdefghijklmnop", 10, ["abcdefghij", "  klmnop"]),
      ("一二三四五六七", 9, ["一二三四五六七"]),
      ("", 20, [""]),
    ] as [(String, Int?, [String])]
  )
  func `lines are broken where readers expect it`(line: String, width: Int?, expected: [String]) {
    #expect(wrapped(line, width: width) == expected)
  }

  @Test func `text from outside cannot steer the terminal or pass for our own line`() {
    let transcript = Transcript()
    transcript.say("a\u{1B}[2J\u{202E}b\n评分：\u{9B}5m")
    #expect(transcript.text == "a[2Jb\n  评分：5m\n")
  }
}
