import EssayCompiler
import Language

extension KeyPointFamily {
  /// What kind of key point it is, in words.
  var meaning: Bilingual {
    switch self {
    case .heading: Bilingual(zh: "标题所说", en: "what a heading states")
    case .outline: Bilingual(zh: "各段要点", en: "points of a section")
    case .definition: Bilingual(zh: "是什么", en: "a definition")
    case .essence: Bilingual(zh: "实质", en: "what it comes down to")
    case .cause: Bilingual(zh: "原因", en: "a cause")
    case .effect: Bilingual(zh: "结果", en: "an effect")
    case .condition: Bilingual(zh: "条件", en: "a condition")
    case .purpose: Bilingual(zh: "目的", en: "a purpose")
    case .role: Bilingual(zh: "以…为…", en: "what is taken as what")
    case .naming: Bilingual(zh: "名称", en: "a name for something")
    case .quotation: Bilingual(zh: "引文或书名", en: "a quotation or title")
    case .enumeration: Bilingual(zh: "并列的各项", en: "an enumeration")
    case .series: Bilingual(zh: "排比", en: "clauses built alike")
    case .ordinal: Bilingual(zh: "次序", en: "first, second, third")
    case .contrast: Bilingual(zh: "对比", en: "a contrast")
    case .negation: Bilingual(zh: "否定", en: "a negation")
    case .obligation: Bilingual(zh: "应当怎样", en: "what must be done")
    case .number: Bilingual(zh: "数量", en: "a quantity")
    case .date: Bilingual(zh: "时间", en: "a date")
    case .name: Bilingual(zh: "专名", en: "a proper name")
    case .object: Bilingual(zh: "动作的对象", en: "an object")
    case .phrase: Bilingual(zh: "用语", en: "a phrase")
    case .predicate: Bilingual(zh: "怎么样", en: "what is said of something")
    case .parallel: Bilingual(zh: "对举", en: "two clauses of one mould")
    case .generated: Bilingual(zh: "外部程序出的题", en: "from the generator")
    }
  }
}

extension Reason {
  /// Why the key point was thought worth asking, in words.
  var meaning: Bilingual {
    switch self {
    case .marker: Bilingual(zh: "有标志词", en: "a marker word")
    case .quoted: Bilingual(zh: "带引号", en: "in quotation marks")
    case .exactBoundaries: Bilingual(zh: "边界明确", en: "clear boundaries")
    case .namedSet: Bilingual(zh: "有名称的一组", en: "a named set")
    case .headingWord: Bilingual(zh: "与标题相关", en: "a word of the heading")
    case .firstSentence: Bilingual(zh: "段首句", en: "opens its paragraph")
    case .lastSentence: Bilingual(zh: "段末句", en: "closes its paragraph")
    case .repeatedTerm: Bilingual(zh: "反复出现", en: "a repeated term")
    case .clauseEnd: Bilingual(zh: "在分句末尾", en: "ends its clause")
    case .shortAnswer: Bilingual(zh: "答案短", en: "a short answer")
    case .longAnswer: Bilingual(zh: "答案长", en: "a long answer")
    case .newParagraph: Bilingual(zh: "这一段还没有题", en: "a paragraph without a card so far")
    case .needsContext: Bilingual(zh: "需要上文", en: "needs context")
    case .wholeSubject: Bilingual(zh: "主语完整", en: "a whole subject")
    }
  }
}

extension RejectionRule {
  /// Why a candidate was dropped, in words.
  var meaning: Bilingual {
    switch self {
    case .leak: Bilingual(zh: "题面里能看到答案", en: "the question gives the answer away")
    case .dangling: Bilingual(zh: "指代不明", en: "points at something it does not show")
    case .cutWord: Bilingual(zh: "切断了词", en: "cuts a word")
    case .length: Bilingual(zh: "太长或太短", en: "too long or too short")
    case .tooManyItems: Bilingual(zh: "项目太多", en: "too many items")
    case .noFrame: Bilingual(zh: "离开上下文不成句", en: "does not stand alone")
    case .noQuestion: Bilingual(zh: "不好提问", en: "no question fits")
    case .unbalanced: Bilingual(zh: "括号或引号不成对", en: "torn brackets or quotation marks")
    case .duplicate: Bilingual(zh: "重复", en: "asked already")
    case .sameItems: Bilingual(zh: "各项相同或包含", en: "items repeat or hold one another")
    case .emptyAnswer: Bilingual(zh: "答案没有内容", en: "the answer says nothing")
    case .ambiguous: Bilingual(zh: "另有别的答案", en: "has another answer elsewhere")
    case .overlap: Bilingual(zh: "与更好的卡片重叠", en: "overlaps a better card")
    case .budget: Bilingual(zh: "卡片已够多", en: "no room left")
    case .crowded: Bilingual(zh: "这一句的题已够多", en: "enough cards from this sentence")
    case .unimportant: Bilingual(zh: "这一句不够重要", en: "below --min-importance")
    case .kind: Bilingual(zh: "不是 --kinds 要的题型", en: "not among --kinds")
    case .malformed: Bilingual(zh: "不成卡片", en: "not a well-formed card")
    case .noPassage: Bilingual(zh: "所引原文不在文章中", en: "cites no passage of the essay")
    case .unsupported: Bilingual(zh: "所引原文里没有这个答案", en: "its passage does not hold the answer")
    }
  }
}
