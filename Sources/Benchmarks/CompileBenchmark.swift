import Cards
import EssayCompiler
import Language

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// From text to deck file, for Chinese and English of four sizes: speed, time per character beside that of the
/// smallest, and the most memory the process took.
///
/// The texts are sentences of the project's own essays in an order of their own, one word in five changed for
/// another of the same essays, so that no two sentences are the same.
func benchmarkCompile() {
  let languages: [(name: String, files: [String], shape: WordShape)] = [
    ("zh", ["Decks/essay.txt", "Decks/tea.txt"], .hanPair), ("en", ["Decks/forgetting.txt"], .longLatin),
  ]
  for language in languages {
    let lines = language.files.flatMap { (readText($0) ?? "").split(separator: "\n").map(String.init) }
    guard !lines.isEmpty else {
      print("compile \(language.name): run this where Decks/ is")
      continue
    }
    var first: Double?
    for size in [10_000, 100_000, 1_000_000, 5_000_000] {
      let text = madeText(of: lines, shape: language.shape, bytes: size)
      var cards = 0
      let seconds = Benchmarks.seconds(runs: size > 200_000 ? 1 : 5) { cards = compiledCards(of: text) }
      let perByte = seconds / Double(text.utf8.count)
      first = first ?? perByte
      let rate = (1e-4 / perByte).rounded() / 100
      let ratio = (perByte / (first ?? perByte) * 100).rounded() / 100
      print(
        "compile \(language.name) \(size / 1000) KB: \(rate) MB/s, \(cards) cards, \(ratio) of the time per byte at 10 KB"
      )
    }
  }
  var usage = rusage()
  // 0 is RUSAGE_SELF, which is no number in every C library's header.
  getrusage(0, &usage)
  print("compile, the most memory with all of it: \(usage.ru_maxrss / 1024) MiB")
}

/// Which words of a text are changed for others.
private enum WordShape {
  case hanPair
  case longLatin
}

private func compiledCards(of text: String) -> Int {
  let compilation = compile(SourceText(text), options: CompileOptions(keepsRejections: false))
  let notes = compilation.cards.map { CompiledNote(note: $0.note, fact: $0.fact) }
  return DeckFile.compose(header: DeckHeader(name: "bench"), notes: notes).cards.count
}

/// A text of about so many bytes, the same in every run.
private func madeText(of lines: [String], shape: WordShape, bytes: Int) -> String {
  let words = Set(lines.flatMap { pieces(of: $0, shape).filter(\.isWord).map(\.text) }).sorted()
  let bodies = lines.filter { $0.utf8.count > 90 }
  var state: UInt64 = 7
  func random(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, count)
  }
  var text = ""
  var number = 0
  while text.utf8.count < bytes {
    number += 1
    if number % 12 == 1 {
      text += shape == .hanPair ? "第\(number)节 又一节\n\n" : "# Part \(number)\n\n"
    }
    for piece in pieces(of: bodies[random(bodies.count)], shape) {
      text += piece.isWord && random(5) == 0 ? words[random(words.count)] : piece.text
    }
    text += "\n\n"
  }
  return text
}

/// A line cut into words that may be changed and what stands between them.
private func pieces(of line: String, _ shape: WordShape) -> [(text: String, isWord: Bool)] {
  var pieces: [(text: String, isWord: Bool)] = []
  var run = ""
  func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch shape {
    case .hanPair: (0x4E00...0x9FFF).contains(scalar.value)
    case .longLatin: (0x61...0x7A).contains(scalar.value)
    }
  }
  func close() {
    if !run.isEmpty { pieces.append((run, shape == .longLatin && run.utf8.count >= 5)) }
    run = ""
  }
  for scalar in line.unicodeScalars {
    guard isWordPart(scalar) else {
      close()
      pieces.append((String(scalar), false))
      continue
    }
    run.unicodeScalars.append(scalar)
    if shape == .hanPair, run.unicodeScalars.count == 2 {
      pieces.append((run, true))
      run = ""
    }
  }
  close()
  return pieces
}

private func readText(_ path: String) -> String? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    guard count > 0 else { break }
    bytes.append(contentsOf: buffer[..<count])
  }
  return String(decoding: bytes, as: UTF8.self)
}
