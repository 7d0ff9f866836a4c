import Language
import LearnerStore
import Study

extension CommandFailure {
  /// How the run ends.
  var status: ExitStatus {
    switch self {
    case .essay, .nothingToAsk, .outputIsEssay, .sameName, .outputIsNoDeck, .outputIsNoLines, .outputIsDeck,
      .deckText,
      .deckErrors, .noDeckIn,
      .deckWithoutCards,
      .noDecks, .noCardMatches,
      .unknownDeck, .ambiguousDeck, .unknownLearner, .csv, .reviewLog, .log, .unmergeable, .logOutOfOrder,
      .noWeightsToFit, .examNotAhead, .nothingToPrepare,
      .noBackups, .backupIsCurrent, .notConfirmed, .noCardFound, .unknownCards, .cardsNotConfirmed,
      .undoNotConfirmed, .nothingToUndo, .deckNamesNoEssay, .unknownSection:
      .refused
    case .unknownSetting, .setting, .unknownCommand, .learnerName, .weights, .scheduling, .query: .usage
    case .generator, .generatorWithoutCards, .noHome, .unreadableNow, .unknownZone, .deckNeedsIDs, .output,
      .essayNotBeside:
      .environment
    }
  }

  /// What is wrong and what to do about it.
  var message: Bilingual {
    switch self {
    case .noHome:
      Bilingual(
        zh: "没有设置 HOME，不知道学习记录放在哪里；请设置 HOME，或用 --data 指定文件夹",
        en: "HOME is not set, so there is no place for learner files; set HOME or give a folder with --data"
      )
    case .unreadableNow(let text):
      Bilingual(
        zh: "WENGU_NOW 的值“\(safe(text))”不是 RFC 3339 时间；请写成 2026-11-24T08:00:00+08:00 这样",
        en: "WENGU_NOW is '\(safe(text))', which is not an RFC 3339 time; write it like 2026-11-24T08:00:00Z"
      )
    case .unknownZone(let text):
      Bilingual(
        zh: "不认识时区“\(safe(text))”（TZ）；请用 Asia/Shanghai 这样的名字，或清除 TZ",
        en: "unknown time zone '\(safe(text))' in TZ; use a name such as Europe/Berlin, or unset TZ"
      )
    case .essay(let path, let failure), .deckText(let path, let failure):
      failure.message(at: safe(path))
    case .nothingToAsk(let path, isNarrowed: true):
      Bilingual(
        zh: "\(safe(path)): 没有符合 --kinds 和 --min-importance 的卡片；请放宽这些选项",
        en: "\(safe(path)): no card is left by --kinds and --min-importance; ask for more with them"
      )
    case .sameName(let path):
      Bilingual(
        zh: "\(safe(path)): 另一篇文章的文件名与它相同；卡片集按文件名记住来源，请改名或去掉一个",
        en: "\(safe(path)): another essay has this file name, by which a deck knows its sources; rename one"
      )
    case .outputIsNoLines(let path):
      Bilingual(
        zh: "\(safe(path)): 已有这个文件，但不是 jsonl，不会改动；请给 -o 另一个文件名",
        en:
          "\(safe(path)): there is such a file, but it is no JSON lines and is left alone; give -o another name"
      )
    case .nothingToAsk(let path, isNarrowed: false):
      Bilingual(
        zh: "\(safe(path)): 读懂了，但没有找到可以出题的要点；请换一篇有完整句子的文章，或自己写卡片",
        en:
          "\(safe(path)): no key point found to ask about; give an essay of full sentences, or write cards by hand"
      )
    case .generator(let program, let failure): failure.message(of: safe(program))
    case .generatorWithoutCards(let program, let fault):
      Bilingual(
        zh: """
          \(safe(program)): 输出中没有一张卡片（第 \(fault.line) 行：\(fault.reason.meaning.chinese)）；\
          没有写任何文件，请改好它，或不用 --generator
          """,
        en: """
          \(safe(program)): printed no card (line \(fault.line): \(fault.reason.meaning.english)); nothing was \
          written; mend it, or leave out --generator
          """
      )
    case .outputIsEssay(let path):
      Bilingual(
        zh: "\(safe(path)): 这就是文章本身，不会覆盖；请给 -o 另一个文件名",
        en: "\(safe(path)): this is the essay itself and is not written over; give -o another name"
      )
    case .outputIsNoDeck(let path):
      Bilingual(
        zh: "\(safe(path)): 已有这个文件，但不是卡片集，不会改动；请给 -o 另一个文件名",
        en: "\(safe(path)): there is such a file, but it is no deck and is left alone; give -o another name"
      )
    case .outputIsDeck(let path):
      Bilingual(
        zh: "\(safe(path)): 这就是卡片集本身，不会覆盖；请给 -o 另一个文件名",
        en: "\(safe(path)): this is the deck itself and is not written over; give -o another name"
      )
    case .deckErrors(let count):
      Bilingual(
        zh: "共有 \(count) 处错误；请按上面的位置改好",
        en: "\(count) error\(count == 1 ? "" : "s"); correct the lines named above"
      )
    case .deckNeedsIDs(let path, let count):
      Bilingual(
        zh: "\(safe(path)): 有 \(count) 张卡片没有编号，而文件不能写入；请把文件设为可写，或复制到可写的文件夹",
        en: """
          \(safe(path)): \(count) card\(count == 1 ? " has" : "s have") no id and the file cannot be written; \
          make it writable, or copy it to a folder that is
          """
      )
    case .noDeckIn(let folder):
      Bilingual(
        zh: "\(safe(folder)): 文件夹里没有卡片集（.md 文件）；请先用 wengu compile 做一个",
        en: "\(safe(folder)): no deck (.md file) in this folder; make one with 'wengu compile'"
      )
    case .deckWithoutCards(let path):
      Bilingual(
        zh: "\(safe(path)): 没有可以提问的卡片；请用 wengu lint 检查",
        en: "\(safe(path)): no card that can be asked; check it with 'wengu lint'"
      )
    case .noDecks(let learner):
      Bilingual(
        zh: "\(safe(learner)) 还没有学过任何卡片集；请给出一个，例如 wengu quiz 卡片集.md",
        en: "\(safe(learner)) has not studied any deck yet; name one, as in 'wengu quiz deck.md'"
      )
    case .noCardMatches:
      Bilingual(
        zh: "没有符合条件的卡片；放宽 --deck、--section、--tag、--leeches、--failed-today 或 --only",
        en: "no card is what was asked for; "
          + "ask for more with --deck, --section, --tag, --leeches, --failed-today or --only"
      )
    case .unknownDeck(let name, let known):
      Bilingual(
        zh: "没有叫“\(safe(name))”的卡片集\(list(known, "；已有：", "、", ""))",
        en: "no deck is called '\(safe(name))'\(list(known, "; there is: ", ", ", ""))"
      )
    case .ambiguousDeck(let name, let paths):
      Bilingual(
        zh: "叫“\(safe(name))”的不止一个\(list(paths, "：", "、", ""))；请写出路径",
        en: "several decks are called '\(safe(name))'\(list(paths, ": ", ", ", "")); give the path of one"
      )
    case .unknownLearner(let name, let known):
      Bilingual(
        zh: "没有叫“\(safe(name))”的学习者\(list(known, "；已有：", "、", ""))；先用 wengu quiz 开始学习",
        en: """
          no learner is called '\(safe(name))'\(list(known, "; there is: ", ", ", "")); \
          start one with 'wengu quiz'
          """
      )
    case .unknownSetting(let name, let suggestion):
      Bilingual(
        zh: "没有叫“\(safe(name))”的设置\(suggestion.map { "（是不是 \($0)？）" } ?? "")；用 wengu settings 查看全部",
        en: """
          no setting is called '\(safe(name))'\(suggestion.map { " (did you mean '\($0)'?)" } ?? ""); \
          'wengu settings' lists all
          """
      )
    case .setting(let failure): failure.message
    case .unknownCommand(let name, let suggestion):
      Bilingual(
        zh: "没有 \(safe(name)) 这个命令\(suggestion.map { "（是不是 \($0)？）" } ?? "")；用 wengu --help 查看全部",
        en: """
          there is no command '\(safe(name))'\(suggestion.map { " (did you mean '\($0)'?)" } ?? ""); \
          'wengu --help' lists all
          """
      )
    case .learnerName(let name, let failure):
      Bilingual(
        zh: "“\(safe(name))”：\(failure.message.chinese)",
        en: "'\(safe(name))': \(failure.message.english)"
      )
    case .csv(let path, let failure): failure.message(at: path)
    case .reviewLog(let path, let failure): failure.message(at: path)
    case .log(let path, let failure): failure.message(at: path)
    case .unmergeable(let path, let line, let refusal): refusal.message(at: path, line: line)
    case .logOutOfOrder(let path, let line, let card):
      Bilingual(
        zh: "\(safe(path)):\(line): 卡片 \(safe(card)) 的这一行早于它的上一行；请按时间排序，或给出文件名而不用管道",
        en: """
          \(safe(path)):\(line): this row lies before the last one of card \(safe(card)); sort the rows by time, or \
          name a file instead of a pipe
          """
      )
    case .weights(let failure, let scheduler): failure.message(for: scheduler)
    case .scheduling(let failure): failure.message
    case .noWeightsToFit:
      Bilingual(
        zh: "学习者用的是 SM-2，没有权重可以拟合；请给出 --scheduler fsrs-6 或 fsrs-7",
        en: "the learner uses SM-2, which has no weights to fit; give --scheduler fsrs-6 or fsrs-7"
      )
    case .examNotAhead(let date, let today):
      Bilingual(
        zh: "\(safe(date)) 不在今后十年之内（今天是 \(today)）；请给出将来的日期",
        en: "\(safe(date)) does not lie within the next ten years (today is \(today)); give a day to come"
      )
    case .nothingToPrepare:
      Bilingual(
        zh: "没有可以准备的卡片；先用 wengu quiz 学一个卡片集，或用 --cards 给出新卡片的张数",
        en:
          "there is no card to prepare; study a deck with 'wengu quiz' first, or say with --cards how many are new"
      )
    case .noBackups(let learner, let folder):
      Bilingual(
        zh: "\(safe(learner)) 在 \(safe(folder)) 里没有备份；请给出备份文件，例如 wengu restore 备份.sqlite",
        en: "\(safe(learner)) has no backup in \(safe(folder)); "
          + "name a file, as in 'wengu restore copy.sqlite'"
      )
    case .backupIsCurrent(let path):
      Bilingual(
        zh: "\(safe(path)): 这就是现在的学习记录，没有什么要恢复；请给出一份备份",
        en: "\(safe(path)): this is the learner's own file, there is nothing to restore; name a backup"
      )
    case .notConfirmed:
      Bilingual(
        zh: "没有恢复，什么也没有改动；要恢复请回答 y，或加上 --yes",
        en: "not restored, nothing was changed; to restore answer y, or add --yes"
      )
    case .deckNamesNoEssay(let path):
      Bilingual(
        zh: "\(safe(path)): 没有写明出自哪篇文章；请在开头的 --- 之间加一行 source: 文章.txt，并把文章放在旁边",
        en:
          "\(safe(path)): names no essay; add a line 'source: essay.txt' to its front matter and put the essay beside it"
      )
    case .essayNotBeside(let path, let names):
      Bilingual(
        zh:
          "\(safe(path)): 旁边没有它的文章（\(names.map { safe($0) }.joined(separator: "、"))）；请把文章放回卡片集所在的文件夹（不能是链接）",
        en: """
          \(safe(path)): its essay (\(names.map { safe($0) }.joined(separator: ", "))) does not lie beside it; put it back \
          into the deck's folder (no link)
          """
      )
    case .unknownSection(let heading, let path):
      Bilingual(
        zh: "\(safe(path)): 没有标题里有“\(safe(heading))”的章节；不加 --section 看全部",
        en: "\(safe(path)): no heading has '\(safe(heading))'; leave out --section to see all"
      )
    case .query(let failure): failure.message
    case .noCardFound(let words): noCardFound(words)
    case .unknownCards(let ids):
      Bilingual(
        zh: "没有这样的卡片\(list(ids.map { "^\($0)" }, "：", "、", ""))；用 wengu cards 查看编号",
        en:
          "no card has \(ids.count == 1 ? "this id" : "these ids")\(list(ids.map { "^\($0)" }, ": ", ", ", "")); "
          + "'wengu cards' lists the ids"
      )
    case .cardsNotConfirmed(let count):
      Bilingual(
        zh: "什么也没有改动；要改这 \(count) 张卡片请回答 y，或加上 --yes",
        en: "nothing was changed; to change these \(count) cards answer y, or add --yes"
      )
    case .undoNotConfirmed(let count):
      Bilingual(
        zh: "什么也没有撤销；要撤销这 \(count) 件事请回答 y，或加上 --yes",
        en: "nothing was taken back; to undo these \(count) answer y, or add --yes"
      )
    case .nothingToUndo:
      Bilingual(
        zh: "这台机器上没有可以撤销的操作；用 wengu cards 查看卡片",
        en: "nothing was done on this machine that could be taken back; 'wengu cards' shows how cards stand"
      )
    case .output(let code):
      Bilingual(
        zh: "无法写到标准输出：\(systemError(code))",
        en: "cannot write to standard output: \(systemError(code))"
      )
    }
  }

  private func noCardFound(_ words: [String]) -> Bilingual {
    // A shell takes quotation marks away, and a name falls apart into words without them.
    let isTornApart = words.contains { $0.contains(":") && $0.contains(" ") && !$0.contains("\"") }
    return isTornApart
      ? Bilingual(
        zh: "没有这样的卡片；名字里有空格时，请把整个查询放进单引号：'deck:\"Why We Forget\"'",
        en:
          "no card is like that; where a name has blanks, put the query into single quotes: 'deck:\"Why We Forget\"'"
      )
      : Bilingual(
        zh: "没有这样的卡片；请放宽查询，wengu cards 列出全部",
        en: "no card is like that; ask for less, or list all with 'wengu cards'"
      )
  }

  private func list(_ names: [String], _ before: String, _ separator: String, _ after: String) -> String {
    names.isEmpty ? "" : before + names.map { safe($0) }.joined(separator: separator) + after
  }
}
