import Foundation
import Testing

private let deck = """
  ---
  deck: <b>All kinds</b>
  language: en
  ---

  # One & two

  C: A cloze [hides] what stands in [brackets]. ^7k3m9q2a5x ^p0d4w8rr2c
  @ About clozes
  > A cloze hides what stands in brackets.

  M: Which are right? ^am41v0c9e7
  - [x] this
  - [ ] <script>alert(1)</script>
  ! A remark "quoted"

  F: It is false. ^cm41v0c9e7
  A: It is true.

  O: In which order? #retired
  1. one
  2. two

  """

@Suite struct PreviewTests {
  @Test func `the cards are shown as a session shows them, gap by gap`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck, to: "d.md")
    let ending = try program.run("preview", "d.md")
    #expect(ending.status == 0)
    #expect(
      ending.output.hasPrefix(
        """
        == Card 1 of 5, line 8, ^7k3m9q2a5x
        <b>All kinds</b> › One & two
        Context: About clozes
        Fill in: A cloze ____ what stands in brackets.

        Correct answer: hides
        Passage: A cloze hides what stands in brackets.

        == Card 2 of 5, line 8, ^p0d4w8rr2c
        <b>All kinds</b> › One & two
        Context: About clozes
        Fill in: A cloze hides what stands in ____.

        """
      ),
      "\(ending.output)"
    )
    #expect(
      ending.output.contains("1. this\n2. <script>alert(1)</script>\n\nCorrect answer:\n1. this\nRemark: A")
    )
    #expect(ending.output.contains("Correct answer: false\nCorrection: It is true.\n"))
    #expect(ending.output.contains("retired, not asked"))
    #expect(try program.read("d.md") == deck)
    #expect(try program.run("preview", "d.md", "--json").objects.count == 5)
  }

  @Test func `the page holds every card, needs nothing from elsewhere and runs nothing`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck, to: "d.md")
    #expect(try program.run("preview", "d.md", "-o", "d.html").status == 0)
    let page = try program.read("d.html")
    #expect(page.components(separatedBy: "<article").count == 6)
    for foreign in ["<script", "<b>", "http:", "https:", "url(", "@import"] {
      #expect(!page.contains(foreign))
    }
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && page.contains("&quot;quoted&quot;"))
    #expect(try program.run("preview", "d.md", "--html").output == page)
  }

  @Test func `a page is never written over its deck, and a deck without cards is refused`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck, to: "d.md")
    #expect(try program.run("preview", "d.md", "-o", "d.md").status == 1)
    #expect(try program.read("d.md") == deck)
    try program.write("Q: Why?\n", to: "e.md")
    let ending = try program.run("preview", "e.md")
    #expect(ending.status == 1 && ending.messages.contains("e.md:1:1"))
  }
}
