#include "Resources.h"

static const _Alignas(8) uint8_t lexicon[] = {
#embed "data/lexicon.bin"
};

static const _Alignas(8) uint8_t characters[] = {
#embed "data/characters.bin"
};

static const _Alignas(8) uint8_t english[] = {
#embed "data/english.bin"
};

EmbeddedResource embeddedLexicon(void) {
  return (EmbeddedResource){lexicon, sizeof lexicon};
}

EmbeddedResource embeddedCharacters(void) {
  return (EmbeddedResource){characters, sizeof characters};
}

EmbeddedResource embeddedEnglish(void) {
  return (EmbeddedResource){english, sizeof english};
}
