/* Slides: one at a time, by keys, buttons or swipe. Without this script the page reads top to bottom. */
(function () {
  'use strict';
  var SWIPE = 50;
  var root = document.documentElement;
  var slides = [].slice.call(document.querySelectorAll('.slide'));
  var start = document.querySelector('[data-slides]');
  var now = 0;
  var touch = null;
  var stage, place, before, after;
  if (!slides.length || !start) return;

  function showing() { return root.classList.contains('showing'); }
  function clamp(n) { return Math.max(0, Math.min(slides.length - 1, n)); }

  function go(n) {
    now = clamp(n);
    slides.forEach(function (slide, i) { slide.classList.toggle('now', i === now); });
    place.textContent = (now + 1) + ' de ' + slides.length;
    before.disabled = now === 0;
    after.disabled = now === slides.length - 1;
    slides[now].scrollTop = 0;
    /* The address keeps the place, so that a reload or a shared link opens the same slide. */
    try { history.replaceState(null, '', '#d' + (now + 1)); } catch (refused) { /* file:// in some browsers */ }
  }
  function open(n) {
    root.classList.add('showing');
    stage.hidden = false;
    go(n);
    slides[now].focus({ preventScroll: true });
    if (root.requestFullscreen && document.fullscreenEnabled) {
      root.requestFullscreen().catch(function () { /* not allowed: the window will do */ });
    }
  }
  function close() {
    if (!showing()) return;
    root.classList.remove('showing');
    stage.hidden = true;
    if (document.fullscreenElement) document.exitFullscreen();
    slides[now].scrollIntoView();
    start.focus();
  }

  function button(label, action) {
    var made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn';
    made.textContent = label;
    made.addEventListener('click', action);
    stage.appendChild(made);
    return made;
  }
  function build() {
    stage = document.createElement('div');
    stage.className = 'stage';
    stage.hidden = true;
    stage.setAttribute('role', 'group');
    stage.setAttribute('aria-label', 'Diapositivas');
    before = button('Anterior', function () { go(now - 1); });
    place = document.createElement('output');
    place.setAttribute('aria-live', 'polite');
    stage.appendChild(place);
    after = button('Siguiente', function () { go(now + 1); });
    button('Salir', close);
    document.body.appendChild(stage);
    slides.forEach(function (slide) { slide.tabIndex = -1; });
  }

  var KEYS = {
    ArrowRight: 1, PageDown: 1, ArrowDown: 1, ' ': 1, ArrowLeft: -1, PageUp: -1, ArrowUp: -1, Backspace: -1
  };
  function onKey(event) {
    if (!showing() || event.ctrlKey || event.metaKey || event.altKey) return;
    var onButton = event.target.tagName === 'BUTTON' && event.key === ' ';
    if (event.key === 'Escape') close();
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(slides.length - 1);
    else if (KEYS[event.key] && !onButton) go(now + (event.shiftKey && event.key === ' ' ? -1 : KEYS[event.key]));
    else return;
    event.preventDefault();
  }
  function onTouchStart(event) {
    touch = event.touches.length === 1 ? { x: event.touches[0].clientX, y: event.touches[0].clientY } : null;
  }
  function onTouchEnd(event) {
    if (!showing() || !touch) return;
    var x = event.changedTouches[0].clientX - touch.x;
    var y = event.changedTouches[0].clientY - touch.y;
    touch = null;
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) go(now + (x < 0 ? 1 : -1));
  }

  build();
  start.hidden = false;
  start.addEventListener('click', function () { open(now); });
  document.addEventListener('keydown', onKey);
  document.addEventListener('touchstart', onTouchStart, { passive: true });
  document.addEventListener('touchend', onTouchEnd, { passive: true });
  /* Esc leaves full screen without a key event: follow it. */
  document.addEventListener('fullscreenchange', function () {
    if (!document.fullscreenElement && showing()) close();
  });
  var asked = /^#d(\d{1,3})$/.exec(location.hash);
  if (asked) open(Number(asked[1]) - 1);
})();
