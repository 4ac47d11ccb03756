/* Of the page between two versions (sw.js): lets the waiting worker take over, then loads what was asked for. */
(function () {
  'use strict';
  function again() { location.reload(); }
  navigator.serviceWorker.addEventListener('controllerchange', again);
  navigator.serviceWorker.getRegistration().then(function (registration) {
    if (registration && registration.waiting) registration.waiting.postMessage({ do: 'takeOver' });
    else again();
  });
})();
