// One line edited with libedit (BSD; GNU readline is never linked).
//
// libedit's own signal handling sends each signal on to the whole process group and redraws from within
// the handler, so it stays off; `next_character` waits with `wengu_wait` and redraws outside.

// For wcwidth.
#define _GNU_SOURCE

#include "CTerminal.h"

#include <errno.h>
#include <histedit.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

struct wengu_editor {
  EditLine *line;
  FILE *input;
  FILE *output;
  FILE *messages;
  struct termios mode_before;
  wchar_t *prompt;
  bool is_stopped;
  bool is_redrawn;
};

static const wchar_t zero_width_joiner = 0x200D;
// ^^, bound to a redraw of the whole line.
static const wchar_t redraw_key = 0x1E;

static bool joins(wchar_t character) { return character == zero_width_joiner || wcwidth(character) == 0; }

// How many characters before the cursor belong to what the learner sees as one.
static int cluster_before(const LineInfoW *line) {
  const wchar_t *start = line->cursor;
  while (start > line->buffer) {
    start--;
    bool goes_on = joins(*start) || (start > line->buffer && start[-1] == zero_width_joiner);
    if (!goes_on) break;
  }
  return (int)(line->cursor - start);
}

static int cluster_after(const LineInfoW *line) {
  const wchar_t *end = line->cursor;
  if (end < line->lastchar) end++;
  while (end < line->lastchar && (joins(*end) || end[-1] == zero_width_joiner)) end++;
  return (int)(end - line->cursor);
}

static unsigned char delete_before(EditLine *editor, wint_t key) {
  (void)key;
  int count = cluster_before(el_wline(editor));
  if (count == 0) return CC_ERROR;
  el_wdeletestr(editor, count);
  return CC_REDISPLAY;
}

static unsigned char delete_after(EditLine *editor, wint_t key) {
  (void)key;
  int count = cluster_after(el_wline(editor));
  if (count == 0) return CC_ERROR;
  el_cursor(editor, count);
  el_wdeletestr(editor, count);
  return CC_REDISPLAY;
}

static unsigned char delete_after_or_end(EditLine *editor, wint_t key) {
  const LineInfoW *line = el_wline(editor);
  return line->buffer == line->lastchar ? CC_EOF : delete_after(editor, key);
}

static unsigned char move_left(EditLine *editor, wint_t key) {
  (void)key;
  int count = cluster_before(el_wline(editor));
  if (count == 0) return CC_ERROR;
  el_cursor(editor, -count);
  return CC_CURSOR;
}

static unsigned char move_right(EditLine *editor, wint_t key) {
  (void)key;
  int count = cluster_after(el_wline(editor));
  if (count == 0) return CC_ERROR;
  el_cursor(editor, count);
  return CC_CURSOR;
}

static wengu_editor *editor_of(EditLine *line) {
  void *data = NULL;
  el_wget(line, EL_CLIENTDATA, &data);
  return data;
}

static wchar_t *prompt_of(EditLine *line) { return editor_of(line)->prompt; }

// libedit counts what has no width as one column here and as none there, so a line that holds such
// characters is drawn anew after every key, but not between the bytes of one key.
static bool wants_redraw(wengu_editor *editor) {
  struct pollfd input = {.fd = fileno(editor->input), .events = POLLIN};
  if (poll(&input, 1, 0) != 0) return false;
  const LineInfoW *line = el_wline(editor->line);
  bool has_joining = false;
  for (const wchar_t *at = line->buffer; at < line->lastchar; at++) has_joining |= joins(*at);
  editor->is_redrawn = has_joining && !editor->is_redrawn;
  return editor->is_redrawn;
}

// Reads one character, as libedit asks for it: 1, 0 at the end, -1 when the reading is to stop.
static int next_character(EditLine *line, wchar_t *character) {
  wengu_editor *editor = editor_of(line);
  mbstate_t state = {0};
  if (wants_redraw(editor)) {
    *character = redraw_key;
    return 1;
  }
  for (;;) {
    switch (wengu_wait(fileno(editor->input))) {
      case WENGU_READY: break;
      case WENGU_INTERRUPTED:
        editor->is_stopped = true;
        errno = EINTR;
        return -1;
      case WENGU_RESUMED:
        el_wset(line, EL_PREP_TERM, 0);
        el_wset(line, EL_PREP_TERM, 1);
        el_wset(line, EL_REFRESH);
        continue;
      case WENGU_RESIZED:
        el_resize(line);
        continue;
      case WENGU_FAILED: return 0;
    }
    char byte;
    if (wengu_read(fileno(editor->input), &byte, 1) == 0) return 0;
    size_t size = mbrtowc(character, &byte, 1, &state);
    if (size == (size_t)-1) {
      // The byte begins anew what the ones before it did not finish.
      state = (mbstate_t){0};
      size = mbrtowc(character, &byte, 1, &state);
      if (size == (size_t)-1) state = (mbstate_t){0};
    }
    if (size <= 1) return 1;
  }
}

static void bind_keys(EditLine *line) {
  static const struct {
    const wchar_t *name;
    const wchar_t *help;
    unsigned char (*function)(EditLine *, wint_t);
    const wchar_t *keys[4];
  } bindings[] = {
    {L"wengu-delete-before", L"Delete to the left", delete_before, {L"^H", L"^?"}},
    {L"wengu-delete-after", L"Delete to the right", delete_after, {L"\\e[3~"}},
    {L"wengu-delete-or-end", L"Delete to the right or end", delete_after_or_end, {L"^D"}},
    {L"wengu-left", L"Go left", move_left, {L"^B", L"\\e[D", L"\\eOD"}},
    {L"wengu-right", L"Go right", move_right, {L"^F", L"\\e[C", L"\\eOC"}},
  };
  el_wset(line, EL_EDITOR, L"emacs");
  el_wset(line, EL_BIND, L"^^", L"ed-redisplay", NULL);
  for (size_t i = 0; i < sizeof bindings / sizeof bindings[0]; i++) {
    el_wset(line, EL_ADDFN, bindings[i].name, bindings[i].help, bindings[i].function);
    for (size_t k = 0; k < 4 && bindings[i].keys[k] != NULL; k++) {
      el_wset(line, EL_BIND, bindings[i].keys[k], bindings[i].name, NULL);
    }
  }
}

static FILE *reopened(int descriptor, const char *mode) {
  int copy = dup(descriptor);
  if (copy < 0) return NULL;
  FILE *file = fdopen(copy, mode);
  if (file == NULL) close(copy);
  return file;
}

wengu_editor *wengu_editor_open(int input, int output) {
  wengu_editor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->input = reopened(input, "r");
  editor->output = reopened(output, "w");
  // libedit would complain of an unknown TERM in English; it then works like a dumb one.
  editor->messages = fopen("/dev/null", "w");
  if (editor->input == NULL || editor->output == NULL || editor->messages == NULL ||
      tcgetattr(input, &editor->mode_before) != 0 || !wengu_use_utf8()) {
    wengu_editor_close(editor);
    return NULL;
  }
  editor->line = el_init("wengu", editor->input, editor->output, editor->messages);
  if (editor->line == NULL) {
    wengu_editor_close(editor);
    return NULL;
  }
  el_wset(editor->line, EL_CLIENTDATA, editor);
  el_wset(editor->line, EL_SIGNAL, 0);
  el_wset(editor->line, EL_GETCFN, next_character);
  el_wset(editor->line, EL_PROMPT, prompt_of);
  bind_keys(editor->line);
  return editor;
}

void wengu_editor_close(wengu_editor *editor) {
  if (editor->line != NULL) {
    el_end(editor->line);
    tcsetattr(fileno(editor->input), TCSADRAIN, &editor->mode_before);
  }
  if (editor->input != NULL) fclose(editor->input);
  if (editor->output != NULL) fclose(editor->output);
  if (editor->messages != NULL) fclose(editor->messages);
  free(editor->prompt);
  free(editor);
}

static wchar_t *wide(const char *text) {
  size_t room = strlen(text) + 1;
  wchar_t *result = calloc(room, sizeof *result);
  if (result == NULL) return NULL;
  if (mbstowcs(result, text, room) == (size_t)-1) result[0] = 0;
  return result;
}

// The line's characters as UTF-8; whatever has no UTF-8 is left out.
static char *narrow(const wchar_t *line, int length) {
  char *result = malloc((size_t)length * MB_CUR_MAX + 1);
  if (result == NULL) return NULL;
  char *end = result;
  mbstate_t state = {0};
  for (int i = 0; i < length; i++) {
    size_t size = wcrtomb(end, line[i], &state);
    if (size == (size_t)-1) {
      state = (mbstate_t){0};
    } else {
      end += size;
    }
  }
  *end = 0;
  return result;
}

wengu_line_end wengu_editor_read(wengu_editor *editor, const char *prompt, char **line) {
  *line = NULL;
  free(editor->prompt);
  editor->prompt = wide(prompt);
  if (editor->prompt == NULL) return WENGU_END;
  editor->is_stopped = false;
  editor->is_redrawn = false;
  int length = 0;
  const wchar_t *typed = el_wgets(editor->line, &length);
  if (typed == NULL || length <= 0) {
    // The cursor stands behind what was typed.
    wengu_write(fileno(editor->output), "\n", 1);
    return editor->is_stopped ? WENGU_STOPPED : WENGU_END;
  }
  while (length > 0 && (typed[length - 1] == L'\n' || typed[length - 1] == L'\r')) length--;
  *line = narrow(typed, length);
  return *line == NULL ? WENGU_END : WENGU_LINE;
}

void wengu_line_free(char *line) { free(line); }
