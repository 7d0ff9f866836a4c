import Cards
import Testing

/// One card of each kind, on the first essay's subject.
func sampleCards() throws -> [Card] {
  let section = ["一、密切党与人民群众的血肉联系是作风建设的核心问题"]
  func id(_ text: String) throws -> CardID { try #require(CardID(text)) }
  return [
    Card(
      id: try id("p0d4w8rr2c"),
      kind: .qa,
      section: section,
      question: "文章认为，抓作风从根本上说就是抓什么？",
      answers: ["对待人民群众的态度问题", "对人民群众的态度"],
      accept: .any,
      passage: "抓作风，从根本上说就是抓对待人民群众的态度问题。",
      siblingGroup: "a",
      place: 0
    ),
    Card(
      id: try id("7k3m9q2a5x"),
      kind: .cloze,
      section: section,
      question: "作风是____在实践活动中的体现。",
      answers: ["立场和世界观"],
      accept: .any,
      passage: "作风是立场和世界观在实践活动中的体现，有什么样的立场和世界观就有什么样的作风。",
      siblingGroup: "b",
      place: 1
    ),
    Card(
      id: try id("m41v0c9e7t"),
      kind: .list,
      context: "十八大之后，全党集中整治“四风”。",
      question: "文中“四风”指哪四种问题？",
      answers: ["形式主义", "官僚主义", "享乐主义", "奢靡之风"],
      accept: .all,
      remark: "八项规定从这里入手。",
      siblingGroup: "c",
      place: 2
    ),
    Card(
      id: try id("5xh2t8d0ny"),
      kind: .order,
      question: "群众路线怎样一步步展开？",
      answers: ["一切为了群众", "一切依靠群众", "从群众中来", "到群众中去"],
      accept: .all,
      siblingGroup: "d",
      place: 3
    ),
    Card(
      id: try id("q8v6b3w1ek"),
      kind: .choice,
      question: "Which of these does the essay name as a remedy?",
      answers: ["Honest self-criticism", "Visits to the villages"],
      accept: .all,
      choices: ["Honest self-criticism", "Longer reports", "Visits to the villages", "More meetings"],
      siblingGroup: "e",
      place: 4
    ),
    Card(
      id: try id("c2f9j7s4ar"),
      kind: .truefalse,
      question: "作风问题只是小事。",
      answers: ["false"],
      accept: .any,
      truth: false,
      correction: "作风问题关系人心向背，绝不是小事。",
      siblingGroup: "f",
      place: 5
    ),
  ]
}
