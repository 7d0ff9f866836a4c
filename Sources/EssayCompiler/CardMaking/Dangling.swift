/// Words at the start of a sentence that point back at something a card does not show.
enum Dangling {
  /// Whether a word at the offset points back.
  static func begins(at offset: Int, in view: SentenceView) -> Bool {
    switch view.script {
    case .chinese:
      guard let phrase = pointers.first(where: { view.essay.matches($0, at: offset) }) else { return false }
      return !exceptions.contains { view.essay.matches($0, at: offset) }
        && offset + phrase.count <= view.range.upperBound
    case .latin:
      guard let word = latinWord(at: offset, in: view) else { return false }
      return latinPointers.contains(word) || latinPhrases.contains { view.essay.matches($0, at: offset) }
    }
  }

  /// Whether a word inside an English range points back at something that does not stand in the range before it.
  static func pointsBack(in range: Range<Int>, of view: SentenceView) -> Bool {
    guard view.script == .latin else { return false }
    let tokens = view.tokens(in: range)
    var named = false
    for (number, token) in zip(tokens.indices, tokens) {
      let word = view.essay.word(token.range)
      if demonstratives.contains(word) {
        // those who, such as
        let next = number + 1 < tokens.endIndex ? tokens[number + 1] : nil
        if next.map({ $0.tag == .noun || $0.tag == .adjective }) ?? true { return true }
      } else if !named, personal.contains(word) {
        return true
      }
      if token.tag == .noun || token.tag == .name { named = true }
    }
    return false
  }

  private static let demonstratives: WordSet = ["this", "these", "those", "such"]
  private static let personal: WordSet = ["they", "them", "their", "he", "him", "his", "she", "her", "its"]

  /// Where the sentence goes on after a connective that can be left out.
  static func connectiveEnd(at offset: Int, in view: SentenceView) -> Int? {
    let essay = view.essay
    switch view.script {
    case .chinese:
      for phrase in connectives where essay.matches(phrase.keys, at: offset) {
        var end = offset + phrase.keys.count
        guard end < view.range.upperBound else { continue }
        let comma = essay.keys[end] == Key.of("，") || essay.keys[end] == Key.of("：")
        guard comma || (phrase.bare && view.isEdge(end)) else { continue }
        if comma { end += 1 }
        while end < view.range.upperBound, Characters.isSpace(essay.keys[end]) { end += 1 }
        return end < view.range.upperBound ? end : nil
      }
      return nil
    case .latin:
      for phrase in latinConnectives where essay.matches(phrase, at: offset) {
        var end = offset + phrase.count
        guard end < view.range.upperBound, !Characters.isLatinLetter(essay.keys[end]) else { continue }
        let comma = essay.keys[end] == 0x2C
        guard comma || bareLatin.contains(where: { $0 == phrase }) else { continue }
        if comma { end += 1 }
        while end < view.range.upperBound, Characters.isSpace(essay.keys[end]) { end += 1 }
        return end < view.range.upperBound ? end : nil
      }
      return nil
    }
  }

  /// The word at the offset, in `it’s` without what the apostrophe ties to it.
  private static func latinWord(at offset: Int, in view: SentenceView) -> UInt64? {
    guard let token = view.token(startingAt: offset) else { return nil }
    let range = view.tokens[token].range
    let end = view.essay.keys[range].firstIndex { $0 == 0x27 || $0 == 0x2019 } ?? range.upperBound
    return view.essay.word(range.lowerBound..<end)
  }

  private struct Connective: Sendable {
    var keys: [Key]
    /// Whether it can be left out without a comma behind it.
    var bare: Bool
  }

  private static let connectives: [Connective] =
    [
      "正因为如此", "正因如此", "因此", "所以", "因而", "于是", "但是", "然而", "不过", "可是", "只是", "但", "同时", "此外", "另外", "而且",
      "并且",
      "当然", "其实", "总之", "可见", "由此可见", "换言之", "换句话说", "也就是说", "例如", "比如", "首先", "其次", "再次", "最后", "第一", "第二",
      "第三", "第四", "第五", "一方面", "另一方面", "相反", "相反的", "相反地", "相比之下", "事实上", "实际上", "一般来说", "简言之", "综上所述",
      "总的来说",
      "总而言之", "与此同时", "除此之外", "不仅如此", "除此以外", "其中", "具体来说", "一言以蔽之", "后来", "随后", "接着", "不久", "此后", "从此",
      "毋庸讳言", "众所周知", "显然", "的确", "诚然", "固然", "反之", "再者", "尤其是", "特别是", "甚至", "至此", "故", "然则", "盖", "夫", "且",
      "而", "当前", "那么", "此时", "这时", "结果", "从而", "进而", "是故", "是以", "之后", "随即", "更重要的是", "值得注意的是", "应该说", "应当说",
      "据此", "为此", "对此", "答案就在于", "答案在于", "简而言之", "我们必须看到", "必须看到", "应当看到", "应该看到",
      "必须指出", "应当指出", "需要指出的是", "基于此", "由此", "用现在的话讲", "我们知道",
    ].map { text in
      Connective(keys: text.keys, bare: bareConnectives.contains(text))
    }

  private static let bareConnectives: Set<String> = [
    "从而", "进而", "是故", "是以", "因此", "所以", "但是", "然而", "但", "不过", "可是", "因而", "于是", "而且", "并且", "同时", "此外", "可见",
    "由此可见",
  ]

  private static let pointers: [[Key]] = [
    "这", "那", "其", "此", "该", "它", "他", "她", "彼", "上述", "上面", "以上", "前者", "后者", "二者", "两者", "三者", "如此", "这样",
    "那样",
    "因此", "所以", "但", "然而", "同时", "而且", "另外", "相反", "不过", "可见", "随后", "于是", "不久", "后来", "接着", "再", "并", "为此",
    "故", "然", "盖", "则", "且", "夫", "究之", "苟", "至于", "以后", "两地", "下面", "第一个", "第二个", "之所以", "同样", "反之", "即",
    "就是",
    "又", "也", "还", "更", "却", "便", "才", "对此", "由此", "从此", "据此", "与此", "否则", "例如", "比如", "又如", "换言之", "而", "前述",
    "此后",
    "根据这", "根据此", "根据其", "根据上述", "按照这", "依据这", "据这", "按这", "针对这", "基于这",
    "之后", "是", "之", "若此", "是以", "是故", "何则", "何也", "吾", "余", "予", "某",
  ].map(\.keys)

  private static let exceptions: [[Key]] = [
    "其他", "其它", "其余", "其中", "其一", "其实", "那么", "那些", "此外", "但凡", "再生", "并非", "然后", "而今", "之江", "是非", "则天",
    "故宫", "故事",
    "故乡", "故意", "该死", "他国", "他乡", "他人", "还原", "又称", "也门", "更新", "更加", "才能", "才华", "便利", "便宜", "即使",
    "且末",
    "夫妻", "夫妇", "夫人", "夫子", "余下", "余热", "某些", "某种", "且不", "故障", "同样是", "再版", "并购", "并列", "还是", "然而", "即便",
    "此起彼伏",
    "更年期", "再现", "再造", "再度",
  ].filter { $0 != "然而" }.map(\.keys)

  private static let latinPointers: WordSet = [
    "it", "its", "this", "that", "these", "those", "they", "their", "them", "he", "his", "him", "she", "her",
    "such",
    "however", "therefore", "thus", "but", "and", "or", "so", "moreover", "furthermore", "hence", "then",
    "additionally", "nay", "also", "finally", "second", "third", "both", "instead", "consequently",
    "otherwise",
    "nevertheless", "here", "there", "i", "we", "you", "similarly", "likewise", "neither", "either",
    "another", "one",
    "some", "others", "meanwhile", "later", "yet", "first", "fourth", "fifth",
  ]
  private static let latinPhrases: [[Key]] = [
    "the latter", "the former", "the same", "in this", "in that", "in these", "for example", "for instance",
    "as a result", "at this", "at that", "at the same time", "the other", "of these", "after this", "by this",
    "in addition", "on the other hand", "in contrast", "on the contrary", "the two", "all of this",
    "for this",
  ].map(\.keys)

  private static let latinConnectives: [[Key]] =
    [
      "however", "therefore", "thus", "moreover", "furthermore", "hence", "additionally", "consequently",
      "also",
      "finally", "in addition", "as a result", "for example", "for instance", "in fact", "indeed",
      "nevertheless",
      "in general", "of course", "meanwhile", "similarly", "likewise", "in short", "in other words", "first",
      "second",
      "third", "fourth", "fifth", "on the other hand", "in contrast", "on the contrary", "at the same time",
      "instead",
      "but", "and", "so", "yet", "accordingly", "that is", "then", "still", "besides", "otherwise",
      "historically",
      "currently", "firstly", "secondly", "thirdly", "lastly",
    ].sorted { $0.count > $1.count }.map(\.keys)
  private static let bareLatin: [[Key]] = ["but", "and", "so", "yet"].map(\.keys)
}
