import Cards

/// An essay of made-up sentences that can be revised, and a compiler for it.
struct ToyEssay {
  struct Sentence {
    var subject: String
    var filler: String
    var object: String
    /// Whether subject and object are both hidden.
    var hasTwoGaps: Bool

    /// The sentence itself, or only what it is about, so that its answer may change.
    var fact: String {
      let isNamed = subject.unicodeScalars.last.map { $0.value % 2 == 0 } ?? false
      return isNamed ? subject : text
    }

    var text: String { "\(subject)\(filler)体现为\(object)。" }
  }

  struct Section {
    var title: String
    var sentences: [Sentence]
  }

  var random: SeededRandom
  var sections: [Section] = []
  private var removed: [Sentence] = []
  private var count = 0

  private static let characters = Array("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈")

  init(seed: Int) {
    random = SeededRandom(seed: seed)
    for _ in 0..<3 {
      count += 1
      let title = "\(count)、\(word(4))"
      let sentences = (0..<4).map { _ in sentence() }
      sections.append(Section(title: title, sentences: sentences))
    }
  }

  private mutating func word(_ length: Int) -> String {
    String((0..<length).map { _ in random.pick(ToyEssay.characters, or: "天") })
  }

  private mutating func sentence() -> Sentence {
    Sentence(
      subject: word(4),
      filler: "在" + word(8) + "中具体地",
      object: word(5),
      hasTwoGaps: random.happens(percent: 30)
    )
  }

  var text: String {
    sections.map { $0.title + "\n" + $0.sentences.map(\.text).joined() }.joined(separator: "\n")
  }

  /// Changes the essay in one random way.
  mutating func revise() {
    let section = Int.random(in: 0..<sections.count, using: &random)
    let count = sections[section].sentences.count
    switch Int.random(in: 0..<10, using: &random) {
    case 0: sections[section].sentences.insert(sentence(), at: Int.random(in: 0...count, using: &random))
    case 1 where count > 0:
      removed.append(sections[section].sentences.remove(at: Int.random(in: 0..<count, using: &random)))
    case 8 where !removed.isEmpty:
      let sentence = removed.remove(at: Int.random(in: 0..<removed.count, using: &random))
      sections[section].sentences.append(sentence)
    case 2 where count > 0:
      let index = Int.random(in: 0..<count, using: &random)
      sections[section].sentences[index].filler += "也"
    case 3 where count > 0:
      let index = Int.random(in: 0..<count, using: &random)
      sections[section].sentences[index].object += word(1)
    case 4: sections[section].sentences.shuffle(using: &random)
    case 5: sections.shuffle(using: &random)
    case 6 where count > 0:
      sections[section].sentences[Int.random(in: 0..<count, using: &random)].hasTwoGaps.toggle()
    default:
      self.count += 1
      sections.insert(Section(title: "\(self.count)、\(word(4))", sentences: [sentence()]), at: section)
    }
  }

  /// The notes of the essay: a cloze for each sentence and a question for every second subject.
  func compile() -> [CompiledNote] {
    sections.flatMap { section in
      section.sentences.flatMap { sentence -> [CompiledNote] in
        let middle = "\(sentence.filler)体现为"
        let subject: ClozeText.Segment =
          sentence.hasTwoGaps ? .hidden(sentence.subject) : .shown(sentence.subject)
        let cloze = ClozeText([subject, .shown(middle), .hidden(sentence.object), .shown("。")])
        var notes = [
          Note(content: .cloze(cloze), passage: sentence.text, section: [section.title])
        ]
        if sentence.subject.unicodeScalars.first.map({ $0.value % 2 == 0 }) ?? false {
          let content = NoteContent.qa(question: "\(sentence.subject)体现为什么？", answers: [sentence.object])
          notes.append(Note(content: content, passage: sentence.text, section: [section.title]))
        }
        return notes.map { CompiledNote(note: $0, fact: sentence.fact) }
      }
    }
  }
}
