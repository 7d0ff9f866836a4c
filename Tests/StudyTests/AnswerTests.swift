import Cards
import Language
import Study
import Testing

private func isRight(_ answer: Answer, _ card: Card) -> Bool {
  check(answer, against: card).isCorrect
}

@Suite struct AnswerTests {
  @Test(
    "One answer is compared without what spelling alone can differ in",
    arguments: [
      ("立场和世界观", "立场和世界观", true), ("立场 和 世界观", "立场和世界观", true), ("立場和世界觀", "立场和世界观", true),
      ("立场和世界观。", "立场和世界观", true), ("“立场和世界观”", "立场和世界观", true), ("《论语》", "论语", true),
      ("立场和世界", "立场和世界观", false), ("世界观和立场", "立场和世界观", false), ("", "立场和世界观", false),
      ("   ", "立场和世界观", false), ("。", "立场和世界观", false), ("\u{200B}", "x", false),
      ("ＡＢＣ", "abc", true), ("ａｂｃ", "ABC", true), ("Forgetting Curve", "forgetting curve", true),
      ("forgetting-curve", "Forgetting curve", true), ("forgetting  curve!", "forgetting curve", true),
      ("ﬁsh", "fish", true), ("café", "cafe\u{301}", true), ("ĐANG", "đang", true),
      ("四", "4", true), ("4", "四", true), ("４", "4", true), ("四项", "4项", true), ("十二", "12", true),
      ("5", "四", false), ("3.5", "35", false), ("1/2", "12", false), ("-5", "5", false), ("50%", "50", false),
      ("百分之五十", "50%", true), ("C", "C#", false), ("C++", "C", false), ("作風", "作风", true),
      ("黨", "党", true), ("乾燥", "干燥", true), ("answer", "Answer.", true), ("an swer", "answer", true),
      ("the testing effect", "testing effect", true), ("poor judge", "a poor judge", true), ("A", "a", true),
      ("an", "the", false), ("\tanswer\n", "answer", true), ("answer\u{0}", "answer", true),
      ("\u{202E}answer", "answer", true),
      ("answers", "answer", false), ("ａｎｓｗｅｒ", "answer", true), ("，", "。", false),
    ] as [(String, String, Bool)]
  )
  func one(given: String, right: String, isCorrect: Bool) {
    for kind in [CardKind.qa, .cloze] {
      #expect(isRight(.text(given), .made(0, kind: kind, answers: [right])) == isCorrect)
    }
  }

  @Test(
    "A slip of the hand is no right answer; a way of writing is no slip",
    arguments: [
      // Typos.
      ("forgeting curve", "forgetting curve", false), ("forgetting curv", "forgetting curve", false),
      ("fogretting curve", "forgetting curve", false), ("Ebbinghause", "Ebbinghaus", false),
      ("立场和世界关", "立场和世界观", false), ("立场合世界观", "立场和世界观", false), ("立场、世界观", "立场和世界观", false),
      ("密切联系群众众", "密切联系群众", false), ("teh", "the", false), ("l885", "1885", false), ("O", "0", false),
      // Width, case, spacing.
      ("１８８５", "1885", true), ("１８８５年", "1885年", true), ("１，０００", "1,000", true), ("FSRS－6", "FSRS-6", true),
      ("ｈｅｒｍａｎｎ　ｅｂｂｉｎｇｈａｕｓ", "Hermann Ebbinghaus", true), ("HERMANN EBBINGHAUS", "Hermann Ebbinghaus", true),
      ("hermannebbinghaus", "Hermann Ebbinghaus", true), ("  1885  ", "1885", true), ("18 85", "1885", true),
      ("straße", "Straße", true), ("İstanbul", "istanbul", false),
      // Punctuation.
      ("“四风”问题", "四风问题", true), ("「四风」问题", "“四风”问题", true), ("it's", "its", true), ("it’s", "it's", true),
      ("well known", "well-known", true), ("a/b", "a b", true), ("。。。", "立场", false), ("—", "立场", false),
      ("《密切党群关系》", "密切党群关系", true), ("spaced, repeated", "spaced repeated", true), ("U.S.", "US", true),
      // Traditional and Simplified.
      ("密切聯繫群眾", "密切联系群众", true), ("為人民服務", "为人民服务", true), ("遺忘曲線", "遗忘曲线", true),
      ("艾賓浩斯", "艾宾浩斯", true), ("官僚主義", "官僚主义", true), ("后来", "後來", true), ("头发", "頭髮", true),
      ("發展", "发展", true), ("歷史", "历史", true), ("面條", "面条", true), ("享樂主義、奢靡之風", "享乐主义，奢靡之风", true),
      // Numerals.
      ("十", "10", true), ("二十", "20", true), ("一百零八", "108", true), ("一千八百八十五", "1885", true),
      ("一八八五年", "1885年", true), ("两千", "2000", true), ("三万", "30000", true), ("〇", "0", true),
      ("零", "0", true),
      ("第三", "第3", true), ("第三", "第四", false), ("十八大", "18大", true), ("八项规定", "8项规定", true),
      ("八项规定", "9项规定", false), ("1,000", "1000", true), ("1000", "100", false), ("-5", "−5", true),
      ("百分之九十", "90%", true), ("90％", "90%", true), ("三分之一", "1/3", true), ("0.5", "1/2", false),
      // Hostile and very odd.
      ("answer\u{200B}", "answer", true), ("ans\u{AD}wer", "answer", true),
      ("\u{FEFF}answer", "answer", true),
      ("answer\u{1B}[2J", "answer", false), ("'; DROP TABLE event; --", "answer", false),
      ("%s%n", "answer", false),
      ("а\u{301}nswer", "answer", false), ("аnswer", "answer", false), ("👍🏽", "👍", false), ("👍", "👍", true),
      ("a\u{300}\u{301}\u{302}", "a", false), ("\u{0}", "answer", false), ("\u{FFFD}", "answer", false),
    ] as [(String, String, Bool)]
  )
  func slips(given: String, right: String, isCorrect: Bool) {
    #expect(isRight(.text(given), .made(0, answers: [right])) == isCorrect)
  }

  @Test("Any of the alternatives is right, and what is wrong is told")
  func alternatives() {
    let card = Card.made(0, answers: ["小康社会", "小康", "a well-off society"])
    #expect(isRight(.text("小康"), card))
    #expect(isRight(.text("A Well-Off Society"), card))
    #expect(check(.text("大同"), against: card).wrong == ["大同"])
    #expect(check(.text(""), against: card).wrong.isEmpty)
    #expect(!isRight(.text("小康社会小康"), card))
    #expect(!isRight(.text(""), .made(0, answers: [])))
  }

  @Test(
    "A list takes all its items in any order",
    arguments: [
      (["甲", "乙", "丙"], true, 0, 0), (["丙", "甲", "乙"], true, 0, 0), (["甲", "乙"], false, 1, 0),
      (["甲", "乙", "丙", "丁"], false, 0, 1), (["甲", "甲", "乙", "丙"], true, 0, 0),
      (["甲", "甲", "甲"], false, 2, 0),
      ([], false, 3, 0), (["", " "], false, 3, 0), (["。"], false, 3, 1), (["甲", "", "乙", "丙"], true, 0, 0),
      (["甲。", " 乙", "丙；"], true, 0, 0), (["丁"], false, 3, 1), (["甲乙丙"], false, 3, 1),
    ] as [([String], Bool, Int, Int)]
  )
  func list(given: [String], isCorrect: Bool, missing: Int, wrong: Int) {
    let verdict = check(.items(given), against: .made(0, kind: .list, answers: ["甲", "乙", "丙"]))
    #expect(verdict.isCorrect == isCorrect)
    #expect(verdict.missing.count == missing)
    #expect(verdict.wrong.count == wrong)
  }

  @Test(
    "A list in one text is split at the usual marks",
    arguments: [
      ("甲、乙、丙", true), ("甲，乙，丙", true), ("丙,乙;甲", true), ("甲；乙\n丙", true), ("甲、乙、丙。", true),
      ("甲、、乙、丙、", true), ("甲 乙 丙", false), ("甲、乙", false), ("", false), ("、、", false),
    ] as [(String, Bool)]
  )
  func listInOneText(text: String, isCorrect: Bool) {
    #expect(isRight(.text(text), .made(0, kind: .list, answers: ["甲", "乙", "丙"])) == isCorrect)
  }

  @Test("A mark that stands inside a right item does not split")
  func marksInside() {
    let card = Card.made(0, kind: .list, answers: ["实现、维护、发展利益", "1,000"])
    #expect(isRight(.text("1,000\n实现、维护、发展利益"), card))
    #expect(isRight(.text("1,000；实现、维护、发展利益"), card))
    #expect(isRight(.items(["实现、维护、发展利益", "1,000"]), card))
  }

  @Test(
    "An order takes its items in their order, each once",
    arguments: [
      (["甲", "乙", "丙"], true), (["甲", "丙", "乙"], false), (["甲", "乙"], false), (["甲", "乙", "丙", "丙"], false),
      (["甲", "", "乙", "丙"], true), ([], false), (["甲", "乙", "丙", "丁"], false), (["甲！", "乙", "丙"], true),
    ]
  )
  func order(given: [String], isCorrect: Bool) {
    #expect(isRight(.items(given), .made(0, kind: .order, answers: ["甲", "乙", "丙"])) == isCorrect)
  }

  @Test(
    "A choice takes exactly the right options",
    arguments: [
      (["一", "二"], true), (["二", "一"], true), (["一"], false), (["一", "二", "三"], false), (["三"], false),
      ([], false),
      (["四"], false),
    ]
  )
  func choice(given: [String], isCorrect: Bool) {
    let card = Card.made(0, kind: .choice, answers: ["一", "二"], choices: ["一", "二", "三"])
    #expect(isRight(.items(given), card) == isCorrect)
  }

  @Test(
    "True and false may be said in either language",
    arguments: [
      ("true", true), ("T", true), ("Yes.", true), ("y", true), ("对", true), ("對", true), ("是的。", true),
      ("正确", true), ("正確", true), ("false", false), ("F", false), ("no", false), ("错", false), ("錯", false),
      ("不对", false), ("不對", false), ("否", false), ("ＦＡＬＳＥ", false), ("maybe", nil), ("", nil), ("对错", nil),
      ("1", nil), ("不", false),
    ] as [(String, Bool?)]
  )
  func truth(text: String, value: Bool?) {
    #expect(truthValue(of: text) == value)
    for isTrue in [true, false] {
      let card = Card.made(0, kind: .truefalse, answers: ["\(isTrue)"], truth: isTrue)
      #expect(isRight(.text(text), card) == (value == isTrue))
    }
  }

  @Test("A card without a right answer is never answered right", arguments: CardKind.allCases)
  func noAnswers(kind: CardKind) {
    for answer in [Answer.text(""), .items([]), .text("x"), .items(["x"])] {
      #expect(!isRight(answer, .made(0, kind: kind, answers: [])))
    }
  }

  @Test("A very long answer is checked soon", arguments: CardKind.allCases)
  func long(kind: CardKind) {
    let text = String(repeating: "很长的答案、x1 ", count: 2_000)
    let items = Array(repeating: "项", count: 2_000)
    let card = Card.made(0, kind: kind, answers: [text, "甲"], truth: true)
    let elapsed = ContinuousClock().measure {
      _ = check(.text(text), against: card)
      _ = check(.items(items), against: card)
    }
    #expect(elapsed < .seconds(20))
  }

  @Test("An answer of several items is kept in one line")
  func kept() {
    #expect(Answer.items(["甲", "乙"]).text == "甲; 乙")
    #expect(Answer.text("甲").text == "甲")
  }
}
