import ArgumentParser
import Cards
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The command `wengu read`.
struct ReadCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "read",
      abstract: told("读文章，看哪一段快忘了。", "Read the essay and see which part of it is slipping."),
      discussion: told(
        """
        卡片集的 source 写着文章的文件名，文章放在卡片集旁边。每段原文按现在记得多少标出；按数字练一个章节。
        例：
          wengu read 茶.md
          wengu read 茶.md --section 萎凋
          wengu read 茶.md | less
        """,
        """
        The deck's 'source' names the essay's file, which lies beside the deck. Each passage is marked by how well
        it is remembered now; a digit starts a session on a section.
        Examples:
          wengu read tea.md
          wengu read tea.md --section history
          wengu read tea.md | less
        """
      )
    )
  }

  @Argument(
    help: help("卡片集文件，或学过的卡片集的名字", "The deck's file, or the name of a deck once studied.", valueName: "deck"),
    completion: .file(extensions: ["md"])
  )
  var deck: String

  @Option(help: help("只看标题里有这些字的章节", "Only sections whose heading has this.", valueName: "heading"))
  var section: String?

  @Flag(help: help("一行一行地显示，适合读屏软件", "One line after another, as screen readers like it."))
  var linear = false

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let path = try deckPath(in: context)
    var loaded = try LoadedDeck(at: path)
    // Ids are made for cards that have none, only to show them; the file gets the same ones when studied.
    _ = loaded.file.mintMissingIDs(deckName: loaded.name)
    guard !loaded.file.cards.isEmpty else { throw CommandFailure.deckWithoutCards(path: path) }
    let essay = try essayText(of: loaded)
    let memory = EssayMemory(
      of: essay,
      cards: try candidates(of: loaded, in: context),
      grading: Grading(try learner.settings(in: context)),
      at: context.clock.now()
    )
    guard section == nil || !memory.sections.isEmpty else {
      throw CommandFailure.unknownSection(section ?? "", path: path)
    }
    if json {
      context.output.write(memory.json(deck: loaded).text + "\n")
      return .success
    }
    let page = ReadPage(
      deck: loaded.name,
      memory: memory,
      sections: memory.sections,
      isNarrowed: section != nil,
      language: context.language
    )
    guard case .key(let digit)? = try context.show(page.page, linear: linear) else { return .success }
    let index = digit.flatMap { $0.wholeNumberValue }.map { $0 - 1 } ?? -1
    guard memory.sections.indices.contains(index) else { return .success }
    return try study(memory.sections[index], of: path, in: context)
  }

  /// The essay, whose bare name the deck gives.
  private func essayText(of deck: LoadedDeck) throws -> String {
    guard !deck.file.header.sources.isEmpty else { throw CommandFailure.deckNamesNoEssay(path: deck.path) }
    guard let text = try deck.essay() else {
      throw CommandFailure.essayNotBeside(path: deck.path, names: deck.file.header.sources)
    }
    return text
  }

  /// The deck's cards with what the learner knows of them; with `--section` those of it.
  private func candidates(of deck: LoadedDeck, in context: CommandContext) throws -> [Candidate] {
    var known: [CardID: CardProgress] = [:]
    if try learner.hasFile(in: context) {
      for candidate in try learner.openToRead(in: context).store.cards() {
        known[candidate.card.id] = candidate.progress
      }
    }
    let wanted = section.map { SearchName($0) }
    return deck.file.cards.compactMap { card in
      if let wanted, !card.section.contains(where: wanted.matches) { return nil }
      return Candidate(card: card, deck: deck.name, progress: known[card.id] ?? CardProgress(card: card.id))
    }
  }

  /// A path as it stands, or the file of a deck that the learner studied under this name.
  private func deckPath(in context: CommandContext) throws -> String {
    guard fileKind(at: deck) == nil, !deck.contains("/"), try learner.hasFile(in: context) else {
      return deck
    }
    let known = try learner.openToRead(in: context).store.rememberedDecks()
    let found = known.filter { $0.name == deck || fileName(of: $0.path) == deck }
    if found.count > 1 { throw CommandFailure.ambiguousDeck(deck, paths: found.map(\.path)) }
    guard let first = found.first else { throw CommandFailure.unknownDeck(deck, known: known.map(\.name)) }
    return first.path
  }

  /// Starts a session on a section.
  private func study(
    _ section: EssayMemory.Section,
    of path: String,
    in context: CommandContext
  ) throws -> ExitStatus {
    let heading = section.path.last.map { ["--section=\($0)"] } ?? []
    // Where nothing of it is due, the learner still wants to go over it.
    let cram = section.due == 0 && section.memory.seen == section.memory.cards ? ["--cram"] : []
    let arguments = ["quiz", path] + heading + cram + (linear ? ["--linear"] : []) + learner.arguments
    return try context.run(arguments)
  }
}
