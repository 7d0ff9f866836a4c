import Cards
import Language
import Reports
import Scheduling
import Study
import Testing

private func page(
  of logs: [MemoryLog],
  language: InterfaceLanguage = .english,
  at time: Moment = moment(400)
) throws -> String {
  var page = ProgressPage(title: "a < b", at: time, language: language)
  try ClassLogs(logs).forEachRecord { record in
    page.add(try LearnerCount(record, wanted: [.memory, .attempts], at: time))
  }
  return page.page.text
}

/// The elements of a page that are opened and not closed, or closed and not opened.
private func unbalanced(_ page: String) -> [String] {
  let void = ["meta", "br", "!DOCTYPE"]
  var open: [String] = []
  var faults: [String] = []
  for piece in page.split(separator: "<").dropFirst() {
    let tag = piece.prefix { $0 != ">" && $0 != " " }
    if tag.hasPrefix("/") {
      if open.popLast() != String(tag.dropFirst()) { faults.append(String(tag)) }
    } else if !void.contains(String(tag)) {
      open.append(String(tag))
    }
  }
  return faults + open
}

private func studied() -> MemoryLog {
  var log = MemoryLog.deck("甲", cards: 3, section: ["一、总论"])
  log.review(.good, card: 0, at: 12, interval: .days(3))
  log.review(.again, card: 0, at: 84, interval: .days(2))
  log.review(.easy, card: 1, at: 85, interval: .days(9))
  return log
}

@Suite struct ProgressPageTests {
  @Test("A page is whole, needs no script and no other file", arguments: InterfaceLanguage.allCases)
  func selfContained(language: InterfaceLanguage) throws {
    for logs in [[], [MemoryLog.deck(cards: 2)], [studied()], [studied(), MemoryLog.deck(cards: 1)]] {
      let text = try page(of: logs, language: language)
      #expect(unbalanced(text).isEmpty)
      #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang="))
      for word in ["<script", "http:", "https:", "src=", "href=", "@import", "url("] {
        #expect(!text.contains(word))
      }
    }
  }

  @Test("Text from outside is text on the page")
  func hostile() throws {
    var log = studied()
    log.learner = "<img onerror=x>"
    log.decks[0].deck = "\"><b>deck</b>"
    log.decks[0].card.section = ["<h1>&amp;\u{202E}"]
    let text = try page(of: [log, studied()])
    for markup in ["<img", "<b>", "\u{202E}"] { #expect(!text.contains(markup)) }
    #expect(text.contains("&lt;img onerror=x&gt;"))
    #expect(text.contains("<h1>a &lt; b</h1>"))
    #expect(unbalanced(text).isEmpty)
  }

  @Test("Without reviews the page says so and draws nothing")
  func empty() throws {
    let text = try page(of: [MemoryLog.deck(cards: 2)])
    #expect(text.contains("No reviews yet"))
    #expect(!text.contains("<svg"))
  }

  @Test("A card that nobody knew is named, with the reason")
  func findings() throws {
    let logs = (0..<8).map { number in
      var log = MemoryLog.deck(cards: 2)
      log.learner = "\(number)"
      log.review(.again, card: 0, at: 1, interval: .days(1))
      log.review(.good, card: 1, at: 1, interval: .days(1))
      return log
    }
    let text = try page(of: logs)
    #expect(text.contains("question 0?"))
    #expect(text.contains("0 of 8"))
  }
}
