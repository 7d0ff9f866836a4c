import EssayCompiler
import Foundation
import Language
import Reports

/// A program outside that proposes cards: key points go in as lines of JSON, candidate cards come out as such.
///
/// What it prints is foreign text: each line is read strictly, and each card must pass `Support` and the lint. It is
/// run once for each essay, without a shell, within bounds of time and output.
struct Generator {
  /// The most a generator may print for one essay, in bytes.
  static let mostOutput = 16 << 20

  let words: [String]
  let seconds: Int

  /// What came of a run.
  struct Yield {
    var cards: [ProposedCard] = []
    var faults: [GeneratorFault] = []
  }

  /// Asks for cards of an essay.
  ///
  /// - Throws: `CommandFailure.generator` where the program failed, or printed not one card among its lines.
  func cards(for essay: EssayReading, language: TextLanguage) throws -> Yield {
    let points = essay.keyPoints
    var input: [UInt8] = []
    for (number, point) in points.enumerated() {
      input += Array(point.line(number: number, language: language).text.utf8)
      input.append(UInt8(ascii: "\n"))
    }
    let limits = ChildLimits(seconds: seconds, output: Self.mostOutput)
    let output: [UInt8]
    do {
      output = try ChildProcess.run(words, input: input, limits: limits)
    } catch {
      throw CommandFailure.generator(program: words[0], error)
    }
    let yield = Self.read(output)
    if yield.cards.isEmpty, let first = yield.faults.first {
      throw CommandFailure.generatorWithoutCards(program: words[0], first)
    }
    return yield
  }

  private static func read(_ output: [UInt8]) -> Yield {
    var yield = Yield()
    for (index, line) in output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated() where line.contains(where: { !" \t\r".utf8.contains($0) })
    {
      do {
        yield.cards.append(try GeneratorLine.card(line))
      } catch {
        switch error {
        case .because(let reason): yield.faults.append(GeneratorFault(line: index + 1, reason: reason))
        }
      }
    }
    return yield
  }
}

extension ListedKeyPoint {
  /// The key point as a generator reads it.
  fileprivate func line(number: Int, language: TextLanguage) -> JSONValue {
    let code =
      switch language {
      case .chinese: "zh"
      case .english: "en"
      }
    return .object([
      JSONMember("key_point", JSONValue(number)),
      JSONMember("family", .string(family.rawValue)),
      JSONMember("answers", JSONValue(answers)),
      JSONMember("language", .string(code)),
      JSONMember(
        "source",
        .object([
          JSONMember("text", .string(passage)),
          JSONMember("start", JSONValue(source.lowerBound)),
          JSONMember("end", JSONValue(source.upperBound)),
          JSONMember("paragraph", JSONValue(paragraph)),
          JSONMember("sentence", JSONValue(sentence)),
        ])
      ),
      JSONMember("section", section.isEmpty ? .null : .string(section.joined(separator: " › "))),
      JSONMember("importance", .number(importance)),
    ])
  }
}
