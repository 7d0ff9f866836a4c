import Cards
import EssayCompiler
import Language
import Testing

/// What each family must find: the answer stands between ⟦ and ⟧ in the sentence.
@Suite struct KeyPointTests {
  private func expect(_ marked: String, _ family: KeyPointFamily) {
    var answer = ""
    var text = ""
    var inside = false
    for character in marked {
      if character == "⟦" {
        inside = true
      } else if character == "⟧" {
        inside = false
      } else {
        text.append(character)
        if inside { answer.append(character) }
      }
    }
    let found = pool(of: SourceText(text))
    #expect(
      found.contains { $0.family == family && answers($0) == [answer] },
      "\(marked): \(found.map(line).joined(separator: "\n"))"
    )
  }

  private func items(of text: String) -> [[String]] {
    pool(of: SourceText(text)).map(answers).filter { $0.count >= 3 }
  }

  @Test(arguments: [
    ("作风是⟦立场和世界观在实践活动中的体现⟧，有什么样的世界观就有什么样的作风。", KeyPointFamily.definition),
    ("当前作风所存在的突出问题，归根到底都是源于⟦脱离群众、违背群众利益⟧。", .cause),
    ("党中央把贯彻落实八项规定作为⟦加强干部作风建设的切入点和突破口⟧。", .role),
    ("党中央把⟦贯彻落实八项规定⟧作为加强干部作风建设的切入点和突破口。", .role),
    ("对于高温地热水，通常采用「⟦闪化蒸汽处理⟧」来产生动力并且发电。", .quotation),
    ("只有⟦持续地加强党的作风建设⟧，才能不断地保持自己的政治优势。", .condition),
    ("领导干部的一言一行，会对广大干部和群众产生⟦强烈的示范和导向作用⟧。", .effect),
    ("加强和改进党的作风，从根本上说，就是要⟦解决党和群众关系中存在的问题⟧。", .essence),
    ("對於高溫地熱水，通常採用「⟦閃化蒸汽處理⟧」來產生動力並且發電。", .quotation),
    ("Warsaw's first stock exchange continued trading until ⟦World War II⟧.", .condition),
    ("Any improvement is sent back to the author of the work, who is called “⟦upstream⟧” here.", .naming),
  ])
  func `a family finds its answer`(marked: String, family: KeyPointFamily) {
    expect(marked, family)
  }

  @Test(arguments: [
    ("制度更带有根本性、全局性、稳定性和长期性。", ["根本性", "全局性", "稳定性", "长期性"]),
    ("八项规定的制定并落实，有力遏制了迎来送往、文山会海、铺张浪费等不良现象。", ["迎来送往", "文山会海", "铺张浪费"]),
    ("新中国建立初期，中国共产党坚决地反贪污、反浪费、反官僚主义。", ["反贪污", "反浪费", "反官僚主义"]),
    (
      "我们党在实践中形成了理论联系实际、密切联系群众、批评与自我批评以及谦虚谨慎、艰苦奋斗等一系列优良作风。",
      ["理论联系实际", "密切联系群众", "批评与自我批评", "谦虚谨慎", "艰苦奋斗"]
    ),
    (
      "The GNU General Public License, the BSD License, and the Artistic License are examples of free licenses.",
      ["GNU General Public License", "BSD License", "Artistic License"]
    ),
  ])
  func `an enumeration keeps its exact boundaries`(text: String, expected: [String]) {
    #expect(items(of: text).contains(expected), "\(items(of: text))")
  }

  @Test func `a named set is asked by its name`() {
    let cards = pool(of: SourceText("问题集中表现在形式主义、官僚主义、享乐主义和奢靡之风这“四风”上。"))
    #expect(cards.contains { question($0) == "文中所说的“四风”指哪四项？" && answers($0).count == 4 })
  }

  @Test func `a section's topic sentences make one list`() {
    let text = """
      怎样学习

      一、学习的三个环节

      　　认真预习课文。预习使人知道自己不懂什么，上课时就会更加留心。

      　　专心听讲和思考。听讲时要跟着老师的思路走，把问题当场弄懂。

      　　及时复习巩固。复习能够把短时间的记忆变成长时间的记忆。
      """
    #expect(items(of: text).contains(["认真预习课文", "专心听讲和思考", "及时复习巩固"]))
  }

  @Test func `a sentence that points back shows what it points at`() {
    let text = "地球内部有高温的熔岩，会加热附近的地下水。这种热能被称为“地热能”，人类很早就开始利用。"
    let cards = pool(of: SourceText(text)).filter { answers($0) == ["地热能"] }
    #expect(!cards.isEmpty)
    #expect(cards.allSatisfy { $0.note.context == "地球内部有高温的熔岩，会加热附近的地下水。" })
  }

  @Test func `no answer stands in its own question, context or heading`() throws {
    for card in pool(of: SourceText(try #require(Fixture.text("essay.txt")))) {
      guard card.note.content.kind == .cloze || card.note.content.kind == .qa,
        let answer = answers(card).first
      else { continue }
      let shown = question(card) + (card.note.context ?? "")
      #expect(answer.count < 2 || !shown.contains(answer), "\(line(card))")
    }
  }
}
