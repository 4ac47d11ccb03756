from tests.offline.conftest import folder, packed

__all__ = ["folder", "packed"]
