"""Where keys moved with 5.5, for the changes that speak of it."""

from __future__ import annotations

from afr_content.upgrade.move import Turn

Path = tuple[str | int, ...]

SITE = {
    "theme": "appearance.theme_day",
    "font": "appearance.font",
    "font_size": "appearance.font_size",
    "site_type": "marketing.seo.site_type",
    "org_name": "marketing.seo.org_name",
    "description": "marketing.seo.description",
    "twitter": "marketing.seo.twitter",
    "marketing.google_analytics": "marketing.analytics.google_analytics",
    "marketing.google_tag_manager": "marketing.analytics.google_tag_manager",
    "marketing.google_optimize": "marketing.analytics.google_optimize",
    "marketing.microsoft_clarity": "marketing.analytics.microsoft_clarity",
    "marketing.baidu_tongji": "marketing.analytics.baidu_tongji",
    "marketing.google_site_verification": "marketing.verification.google",
    "marketing.baidu_site_verification": "marketing.verification.baidu",
    "marketing.bing_site_verification": "marketing.verification.bing",
    "main_menu": "header.navbar",
    "date_format": "locale.date_format",
    "time_format": "locale.time_format",
    "address_format": "locale.address_format",
    "math": "features.math.enable",
    "privacy_pack": "features.privacy_pack.enable",
    "edit_page.repo_url": "features.repository.url",
    "edit_page.content_dir": "features.repository.content_dir",
    "edit_page.repo_branch": "features.repository.branch",
    "avatar": "features.avatar",
    "comments.provider": "features.comment.provider",
    "comments.disqus": "features.comment.disqus",
    "comments.commento": "features.comment.commento",
    "search": "features.search",
    "map": "features.map",
    "cms": "extensions.cms",
    "icon.pack.ai": "extensions.academicons.enable",
    "copyright_license.enable": "footer.copyright.license.enable",
    "copyright_license.allow_derivatives": "footer.copyright.license.allow_derivatives",
    "copyright_license.share_alike": "footer.copyright.license.share_alike",
    "copyright_license.allow_commercial": "footer.copyright.license.allow_commercial",
    "copyright_license.notice": "footer.copyright.notice",
    "highlight": "features.syntax_highlighter.enable",
}


def is_told(turn: Turn, path: Path) -> bool:
    """Whether another change speaks of a key that is read no more."""
    if turn.before.is_settings:
        return _is_told_of_site(turn, path)
    return turn.move.theme_passes(5, 5) and path[0] in ("header", "item", "height", "interval")


def _is_told_of_site(turn: Turn, path: Path) -> bool:
    """Whether a parameter moved, is a switch of pages now, or is what the contact widget shows."""
    name = ".".join(str(part) for part in path)
    name = name.removeprefix("params.")
    moved = any(
        name == old or name.startswith(f"{old}.") or old.startswith(f"{name}.") for old in SITE
    )
    return moved or name.partition(".")[0] in _OTHERWISE


_OTHERWISE = frozenset(
    "day_night email phone address directions office_hours appointment_url contact_links"
    " coordinates show_related edit_page comments breadcrumb section_pager sharing".split()
)


def is_home(turn: Turn, path: Path) -> bool:
    """Whether it is where another change writes what the site says already."""
    page = turn.before
    if page.is_settings or path[0] == "banner" or path[-1] == "featured_only":
        return True
    return page.widget in ("contact", "slider") and path[0] in ("content", "design")
