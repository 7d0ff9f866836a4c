// Data that is embedded in the program: what stands in Resources/data, byte for byte.
// Scripts/build_lexicon.py builds it and describes the formats; NOTICE.md holds the licences.

#ifndef WENGU_RESOURCES_H
#define WENGU_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

/// Bytes that live as long as the program; `bytes` is aligned to eight.
typedef struct {
  const uint8_t *_Nonnull bytes;
  size_t count;
} EmbeddedResource;

/// The words: a double-array trie with frequencies and parts of speech (lexicon.bin).
EmbeddedResource embeddedLexicon(void);

/// The Traditional-to-Simplified characters (characters.bin).
EmbeddedResource embeddedCharacters(void);

/// What English words can be (english.bin, built by Scripts/build_english.py).
EmbeddedResource embeddedEnglish(void);

#endif
