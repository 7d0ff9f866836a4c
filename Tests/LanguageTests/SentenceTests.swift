import Language
import Testing

@Suite struct SentenceTests {
  /// `|` stands where a sentence ends; it is taken out before the text is read.
  private static let marked: [String] = [
    "甲来了。|乙走了！|丙呢？|丁；戊。",
    "“问渠哪得清如许，为有源头活水来。”|当我们翻开历史的画卷。",
    "他问：“你是谁？”|我没有回答。",
    "文章提出“为谁服务？”这个问题，并作了回答。",
    "他说：“好！”|然后走了。",
    "他喊“走吧！走吧！”的声音很大。",
    "会议强调“要抓早、抓小。”的方针。",
    "他读过《为什么？怎么办？》一书。|后来忘了。",
    "此事（详见附录。另见第三章。）已有结论。|完。",
    "真的吗？！|好极了！！！|完。",
    "他想了想……还是走了。|以后呢？……|不知道。",
    "「你好嗎？」|他沒有回答。",
    "圆周率是3.14。|增长了１．５倍。",
    "这是一句.|下一句",
    "由Union Steamship Co.经营.|他用Swift.|然后停了。",
    "好吗?|好的!|走吧",
    "Mr. Smith met Dr. J. R. Jones in Washington, D.C. on Jan. 5.| They talked.",
    "He lives in the U.S.| The house is old.",
    "The U.S. Army and Apple Inc. agreed.| It was late.",
    "Use tools, e.g. a lexicon, i.e. a list.| See Fig. 3 and No. 7 of vol. 2.| Done.",
    "It costs 3.50 dollars.| See https://example.org/a.b?q=1!x for more.| Bye.",
    "He paused... and went on.| Then...| Nothing came.",
    "“Why?” he asked.| “Because!”| She left.",
    "He said, “Stop.”| Then he left.",
    "She wrote \"No.\" on it.| Then she slept.",
    "1. What is it?| It is this.",
    "2.1. The scope of the work.| Next.",
    "What?!| Really.",
    "Is it (or is it not?) true.| Yes.",
    "It works.[1]| It really does.",
    "一、没有句号的标题|\n　　正文开始。|\n　　\n 　　又一段。|\n　　　",
    "A line that was wrapped at a column of sixty or so by an old\neditor goes on here.| And ends.",
    "A short line\n|Another line",
    "第一条的内容在这里写得很长很长，长到超过了五十列的宽度也没有句号\n|二、第二条",
    "",
    "　 \n",
  ]

  @Test(arguments: marked)
  func `text is divided where sentences end`(marked: String) {
    let source = SourceText(marked.replacing("|", with: ""))
    let expected = marked.split(separator: "|").map { part in
      let part = SourceText(String(part))
      return part[part.trimmed(part.range)]
    }
    #expect(source.strings(sentences(of: source, in: source.range)) == expected.filter { !$0.isEmpty })
  }

  @Test func `the first essay has no sentence with white space at its ends, and loses no character`() throws {
    let source = SourceText(try decode(fixture("essay.txt")).text)
    let found = sentences(of: source, in: source.range)
    #expect(found.count == 75)
    #expect(found.allSatisfy { source.trimmed($0) == $0 && !$0.isEmpty })
    let inside = found.reduce(into: Set<Int>()) { $0.formUnion($1) }
    let isOnlySpaceOutside = source.range.allSatisfy { place in
      inside.contains(place) || source.scalars[place].properties.isWhitespace
    }
    #expect(isOnlySpaceOutside)
    #expect(source[found[0]].hasPrefix("开展党的群众路线教育实践活动"))
  }

  @Test(arguments: [
    ("立场不变，宗旨不忘；观点：不丢。", ["立场不变", "宗旨不忘", "观点", "不丢"]),
    ("他说：“你好，世界；再见。”然后，走了。", ["他说", "“你好，世界；再见。”然后", "走了"]),
    ("读《甲，乙》（丙，丁），就是戊。", ["读《甲，乙》（丙，丁）", "就是戊"]),
    ("At 10:30, 1,234 people came; all left: why?", ["At 10:30", "1,234 people came", "all left", "why"]),
    ("See https://example.org:80/a,b, please.", ["See https://example.org:80/a,b", "please"]),
    ("一个“没有合上的引号，也要分。", ["一个“没有合上的引号", "也要分"]),
    ("，，。", []),
  ])
  func `sentences are divided into clauses`(text: String, expected: [String]) {
    let source = SourceText(text)
    #expect(source.strings(clauses(of: source, in: source.range)) == expected)
  }

  @Test(arguments: ["“", "。”", "\"", "a. ", "（", "…", "\n", "　", "1.", "（。）", "《》", ". (", "'", "一，"])
  func `long runs of one mark take linear time`(mark: String) {
    let source = SourceText("甲" + String(repeating: mark, count: 30_000) + "乙")
    let duration = ContinuousClock().measure {
      for sentence in sentences(of: source, in: source.range) { _ = clauses(of: source, in: sentence) }
      _ = Segmenter(extraTerms: [mark + mark + "丙"]).words(of: source)
    }
    #expect(duration < .seconds(10))
  }

  @Test func `offsets count scalars with CRLF as one, and lines and columns start at one`() {
    let source = SourceText("甲\r\n乙𠀀e\u{301}\r丙\n")
    #expect(source[source.range] == "甲\n乙𠀀e\u{301}\n丙\n")
    #expect(source.count == 9)
    #expect(source.position(at: 0) == (1, 1))
    #expect(source.position(at: 4) == (2, 3))
    #expect(source.position(at: 7) == (3, 1))
    #expect(source.position(at: 9) == (4, 1))
    #expect(source[7..<99] == "丙\n")
  }
}
