"""What ``serve`` says when there is no new site to show."""

STAYS = "Se sigue mostrando el sitio anterior."
ERRORS_LEAVE_IT = "Hay errores: se sigue mostrando el sitio anterior."
