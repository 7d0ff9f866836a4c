public import Language

extension Problem {
  /// The problem in words: first what is wrong, then what to do.
  public var message: Bilingual {
    switch self {
    case .frontMatterNotClosed:
      Bilingual(
        zh: "文件开头的信息没有结束；请在它后面单独写一行“---”",
        en: "front matter is not closed; add a line '---' after it"
      )
    case .frontMatterLine(let text):
      Bilingual(
        zh: "文件开头的“\(text)”不是“键: 值”；请改写或删去",
        en: "'\(text)' is not 'key: value'; rewrite the line or remove it"
      )
    case .sourceNotBare(let name):
      Bilingual(
        zh: "source“\(name)”不是单纯的文件名；请把文章放在卡组旁边，只写文件名",
        en: "source '\(name)' is more than a file name; put the essay beside the deck and write its bare name"
      )
    case .textOutsideCard(let text):
      Bilingual(
        zh: "“\(text)”不属于任何卡片；请在行首写上标记（如“Q:”），或写成注释“<!-- … -->”",
        en:
          "'\(text)' belongs to no card; begin it with a mark such as 'Q:', or make it a comment '<!-- … -->'"
      )
    case .commentNotClosed:
      Bilingual(
        zh: "注释没有结束；请加上“-->”，若是正文请在行首加“\\”",
        en: "comment is not closed; add '-->', or begin the line with '\\' if it is text"
      )
    case .commentInText:
      Bilingual(
        zh: "行中的注释会显示给学习者；请把它移到单独一行",
        en: "comment within a line is shown to learners; move it to a line of its own"
      )
    case .stateDamaged:
      Bilingual(
        zh: "“wengu”注释这一行读不懂，相关卡片按手写卡片处理；请重新编译，不要手工修改它",
        en:
          "line of the 'wengu' comment cannot be read, so its card counts as hand-written; compile again to renew it"
      )
    case .misspeltMark(let found, let meant):
      Bilingual(
        zh: "标记“\(found)”用了全角字符；请写成“\(meant)”，若是正文请在前面加“\\”",
        en: "mark '\(found)' is full-width; write '\(meant)', or '\\' before it if it is text"
      )
    case .unknownMark(let found, let meant):
      Bilingual(
        zh: "“\(found)”不是标记，按正文处理；是不是要写“\(meant)”？若是正文，在前面加“\\”即可消除此提示",
        en:
          "'\(found)' is no mark and taken as text; did you mean '\(meant)'? write '\\' before it if it is text"
      )
    case .answerWithoutQuestion:
      Bilingual(
        zh: "这个“A:”前面没有问题；请在它上面加一行“Q:”",
        en: "'A:' follows no question; add a line that starts with 'Q:' above it"
      )
    case .misplacedAnswer(let kind):
      Bilingual(
        zh:
          "\(kind.markText)卡片不能有\(kind == .truefalse ? "这个" : "")“A:”；\(kind.answerPlace.text(in: .chinese))",
        en:
          "\(kind.markText) card takes no \(kind == .truefalse ? "such " : "")'A:'; \(kind.answerPlace.text(in: .english))"
      )
    case .noQuestion(let mark):
      Bilingual(
        zh: "“\(mark)”后面没有内容；请写上问题或删去这张卡片",
        en: "'\(mark)' has nothing behind it; write the question or remove the card"
      )
    case .noAnswer(let card):
      Bilingual(
        zh: "卡片“\(card)”没有答案；请加一行以“A:”开头的答案",
        en: "card '\(card)' has no answer; add a line that starts with 'A:'"
      )
    case .noCorrection(let card):
      Bilingual(
        zh: "卡片“\(card)”是错误的说法，却没有改正；请加一行以“A:”开头的正确说法",
        en: "card '\(card)' is false but not put right; add a line that starts with 'A:'"
      )
    case .noItems(let card, let kind):
      Bilingual(
        zh: "卡片“\(card)”没有列出任何一项；请为每一项加一行，以“\(kind.itemMark)”开头",
        en: "card '\(card)' has no items; add a line that starts with '\(kind.itemMark)' for each"
      )
    case .emptyItem(let card):
      Bilingual(
        zh: "卡片“\(card)”有一项是空的；请写上内容或删去这一行",
        en: "card '\(card)' has an empty item; fill it in or remove the line"
      )
    case .onlyOneItem(let card):
      Bilingual(
        zh: "卡片“\(card)”只有一项；请补上其余各项，或改用“Q:”和“A:”",
        en: "card '\(card)' has only one item; add the others, or use 'Q:' and 'A:'"
      )
    case .tooManyItems(let card, let count, let limit):
      Bilingual(
        zh: "卡片“\(card)”有\(count)项，超过\(limit)项很难记住；请拆成几张卡片",
        en: "card '\(card)' has \(count) items, and more than \(limit) are hard to keep in mind; split it"
      )
    case .numbering(let expected, let found):
      Bilingual(
        zh: "序号“\(found).”应为“\(expected).”；各项以文件中的先后为序，请重新编号",
        en: "number '\(found).' should be '\(expected).'; the order in the file counts, so renumber the items"
      )
    case .noGap(let card):
      Bilingual(
        zh: "卡片“\(card)”没有空；请用 [方括号] 括起要隐藏的词",
        en: "card '\(card)' has no gap; put the words to hide in [square brackets]"
      )
    case .emptyGap(let card):
      Bilingual(
        zh: "卡片“\(card)”有一个空是“[]”；请写上要隐藏的词，若是正文请写“\\[\\]”",
        en: "card '\(card)' has an empty gap; put the hidden words in it, or write '\\[\\]' for brackets"
      )
    case .nestedBracket(let card):
      Bilingual(
        zh: "卡片“\(card)”的空里又有“[”；请先用“]”结束前一个空，若是正文请写“\\[”",
        en: "card '\(card)' has '[' within a gap; close the gap with ']' first, or write '\\[' for a bracket"
      )
    case .unclosedBracket(let card):
      Bilingual(
        zh: "卡片“\(card)”的“[”没有结束；请在隐藏的词后面加“]”，若是正文请写“\\[”",
        en: "card '\(card)' has '[' without ']'; close the gap, or write '\\[' for a bracket"
      )
    case .unopenedBracket(let card):
      Bilingual(
        zh: "卡片“\(card)”有“]”却没有“[”；请在隐藏的词前面加“[”，若是正文请写“\\]”",
        en: "card '\(card)' has ']' without '['; open the gap, or write '\\]' for a bracket"
      )
    case .tooManyGaps(let count, let limit):
      Bilingual(
        zh: "这一条有\(count)个空，最多\(limit)个；请拆成几条“C:”",
        en: "\(count) gaps in one note, where \(limit) are allowed; split it into several 'C:'"
      )
    case .optionWithoutBox(let text):
      Bilingual(
        zh: "选项“\(text)”前面没有方框；正确的写“- [x]”，错误的写“- [ ]”",
        en: "option '\(text)' has no box; write '- [x]' if it is right and '- [ ]' if it is wrong"
      )
    case .tooFewOptions(let card, let count):
      Bilingual(
        zh: "卡片“\(card)”只有\(count)个选项；请至少写两个，以“- [x]”或“- [ ]”开头",
        en: "card '\(card)' has \(count) options; give it two or more that start with '- [x]' or '- [ ]'"
      )
    case .noRightOption(let card):
      Bilingual(
        zh: "卡片“\(card)”没有正确选项；请在正确的选项前写“- [x]”",
        en: "card '\(card)' has no right option; write '- [x]' before the right one"
      )
    case .noWrongOption(let card):
      Bilingual(
        zh: "卡片“\(card)”的选项全都正确；请加上错误选项，以“- [ ]”开头",
        en: "card '\(card)' has only right options; add wrong ones that start with '- [ ]'"
      )
    case .duplicateOption(let text):
      Bilingual(
        zh: "选项“\(text)”出现了两次；请改写或删去一个",
        en: "option '\(text)' stands twice; change or remove one"
      )
    case .malformedID(let text):
      Bilingual(
        zh: "“^\(text)”不是卡片编号（编号是十个字符）；请恢复原来的编号，若是正文请写“\\^”",
        en: "'^\(text)' is no card id, which has ten characters; restore the id, or write '\\^' if it is text"
      )
    case .misplacedID(let id):
      Bilingual(
        zh: "编号 ^\(id) 不在卡片的第一行；请移到第一行末尾，或用 lint --fix 移动",
        en:
          "card id ^\(id) is not on the card's first line; move it to that line's end, or let 'lint --fix' do so"
      )
    case .duplicateID(let id, let firstLine):
      Bilingual(
        zh: "编号 ^\(id) 在第\(firstLine)行已经用过；请删去其中一处，或用 lint --fix 给这张卡片新编号",
        en:
          "card id ^\(id) stands in line \(firstLine) too; remove one, or let 'lint --fix' give this card a new one"
      )
    case .idInOtherDeck(let id, let file, let line):
      Bilingual(
        zh: "编号 ^\(id) 在 \(file):\(line) 也有，两处共用一份进度，只按其中一处提问；请删去一处，若是不同的卡片请去掉这里的编号",
        en:
          "card id ^\(id) stands in \(file):\(line) too, so both share one progress and only one is asked; delete one, or take the id away here if the cards are different"
      )
    case .idCount(let cards, let ids):
      Bilingual(
        zh: "这里有\(cards)张卡片、\(ids)个编号；请用 lint --fix 按隐藏的词重新对应",
        en: "\(cards) cards but \(ids) ids here; let 'lint --fix' assign them by what is hidden"
      )
    case .missingID(let card):
      Bilingual(
        zh: "卡片“\(card)”还没有编号；第一次学习时会写入，也可现在用 lint --fix 写入",
        en: "card '\(card)' has no id yet; it gets one when first studied, or now by 'lint --fix'"
      )
    case .answerInQuestion(let answer):
      Bilingual(
        zh: "答案“\(answer)”在问题里已经出现；请改写问题",
        en: "answer '\(answer)' stands in the question; reword the question"
      )
    case .answerNearlyInQuestion(let answer):
      Bilingual(
        zh: "答案“\(answer)”的大部分在问题里已经出现；请改写问题，或缩短要回忆的部分",
        en: "most of the answer '\(answer)' stands in the question; reword the question, or ask for less"
      )
    case .nothingButGap(let answer):
      Bilingual(
        zh: "除了空（“\(answer)”）什么也没有，无从回忆；请补上句子，或用“@ ”写出背景",
        en: "nothing is shown around the gap ('\(answer)'); add the sentence, or a context with '@ '"
      )
    case .duplicateItem(let text):
      Bilingual(
        zh: "“\(text)”在各项中出现了两次；请改写或删去一个",
        en: "item '\(text)' stands twice; change or remove one"
      )
    case .duplicateCard(let firstLine):
      Bilingual(
        zh: "第\(firstLine)行已有问与答都相同的卡片；请删去一张",
        en: "card in line \(firstLine) asks and answers the same; remove one"
      )
    case .ambiguousQuestion(let firstLine):
      Bilingual(
        zh: "第\(firstLine)行有同样的问题而答案不同；请把两个问题写得能够区分",
        en: "card in line \(firstLine) asks the same with another answer; word the two so that they differ"
      )
    case .overlongAnswer(let length, let limit):
      Bilingual(
        zh: "答案有\(length)个字符，超过\(limit)个很难回忆；请缩短或拆成几张卡片",
        en: "answer has \(length) characters, and more than \(limit) are hard to recall; shorten or split it"
      )
    case .rightOptionsStandOut(let card):
      Bilingual(
        zh: "卡片“\(card)”的正确选项比其他选项长得多，容易猜中；请使长短相近",
        en: "card '\(card)' betrays its right option by its length; make the options alike"
      )
    case .passageNotInSource(let source):
      Bilingual(
        zh: "\(source) 中没有这段原文；请核对，或重新编译文章",
        en: "passage is not in \(source); check it, or compile the essay again"
      )
    }
  }
}

extension CardKind {
  /// The marks that begin a card of the kind.
  fileprivate var markText: String {
    switch self {
    case .qa: "'Q:'"
    case .cloze: "'C:'"
    case .list: "'L:'"
    case .order: "'O:'"
    case .choice: "'M:'"
    case .truefalse: "'T:'/'F:'"
    }
  }

  /// What an item of the kind begins with.
  fileprivate var itemMark: String {
    switch self {
    case .order: "1. "
    case .qa, .cloze, .list, .truefalse: "- "
    case .choice: "- [ ] "
    }
  }

  /// Where the answer of the kind belongs.
  fileprivate var answerPlace: Bilingual {
    switch self {
    case .qa, .cloze:
      Bilingual(zh: "请用 [方括号] 括起要隐藏的词", en: "put the words to hide in [square brackets]")
    case .list, .order:
      Bilingual(
        zh: "请为每一项加一行，以“\(itemMark)”开头",
        en: "give each item a line that starts with '\(itemMark)'"
      )
    case .choice:
      Bilingual(zh: "请在正确的选项前写“- [x]”", en: "write '- [x]' before the right options")
    case .truefalse:
      Bilingual(
        zh: "只有“F:”后面可以有一行“A:”，写出正确的说法",
        en: "only 'F:' takes one, which puts the statement right"
      )
    }
  }
}
