"""A back end of FastAPI and SQLAlchemy Core, tuned by hand: what the gateway is compared with, beside peer_orm.py.

It answers GET /me, GET /matching?campaign= and POST /login from the same tables, with tokens of the same key, and asks of each request
what the gateway asks: the session not revoked, the account active, the client of the campaign's employer. Nothing that would slow it
down is left in: asyncpg, one statement where one is enough, no transaction around reads, JSON by ujson and past FastAPI's encoder,
arithmetic of the whole pool at once in NumPy. It owns the tables, so that no policy is asked.

It lacks, which saves it work: data quality below 1 and flags of persons, limits of requests and sign-ins, and the audit.

    PEER_DATABASE, PEER_SOCKETS, PEER_USER, PEER_KEY: of the server, and the file of the key
"""
import os
import secrets
import time
import uuid
from hashlib import sha256
from pathlib import Path

import argon2
import jwt
import numpy as np
import ujson
from fastapi import Body, FastAPI, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import UJSONResponse
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

KEY = Path(os.environ["PEER_KEY"]).read_bytes()
engine = create_async_engine(
    f"postgresql+asyncpg://{os.environ['PEER_USER']}@/{os.environ['PEER_DATABASE']}?host={os.environ['PEER_SOCKETS']}",
    pool_size=5, max_overflow=0, json_deserializer=ujson.loads)
reading = engine.execution_options(isolation_level="AUTOCOMMIT")
hasher = argon2.PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
nobodys_hash = hasher.hash("nobody")
app = FastAPI()

# Who asks: one row where the session is open and the account active.
SIGNED_IN = """platform.session s JOIN platform.account a ON a.id = s.account_id
  WHERE s.id = :session AND s.account_id = :account AND s.status = 'active' AND a.is_active"""
ROLES = "ARRAY (SELECT r.role FROM platform.account_role r WHERE r.account_id = a.id ORDER BY r.role)"
ORGANIZATIONS = """coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'role', m.role) ORDER BY o.name, o.id, m.role)
  FROM platform.membership m JOIN platform.organization o ON o.id = m.organization_id WHERE m.account_id = a.id AND o.is_active), '[]')"""
ME = text(f"""SELECT a.id, a.email, a.full_name, a.phone, a.location, a.is_verified, {ROLES} AS roles, {ORGANIZATIONS} AS organizations,
  a.created_at, a.last_login_at FROM {SIGNED_IN}""")
CAMPAIGN = text(f"""
  SELECT k."position", v.id AS vessel, v.environment, coalesce(v.leadership, l.psychometric_snapshot -> 'leadership_preferences') AS leader,
    v.leadership IS NULL AS leader_in_steps, (SELECT s.trait_step FROM crew.setting s) AS step,
    (SELECT jsonb_object_agg(b.trait, jsonb_build_array(b.benchmark, coalesce(b.polarity, t.polarity)))
     FROM crew.position_benchmark b JOIN assessment.trait t ON t.code = b.trait WHERE b."position" = k."position") AS benchmarks,
    (SELECT jsonb_agg(to_jsonb(r)) FROM crew.safety_rule r) AS rules,
    (SELECT m.model FROM crew.model_version m WHERE m.is_active) AS model,
    ARRAY (SELECT p.psychometric_snapshot FROM crew.assignment n JOIN assessment.profile p ON p.person_id = n.person_id
           WHERE n.vessel_id = v.id AND n.status = 'active') AS crew
  FROM (SELECT a.id FROM {SIGNED_IN}) a CROSS JOIN crew.campaign k JOIN crew.vessel v ON v.id = k.vessel_id
  LEFT JOIN assessment.profile l ON l.person_id = v.leader_id
  WHERE k.id = :campaign AND k.status <> 'archived' AND (
    EXISTS (SELECT FROM platform.membership m WHERE m.account_id = a.id AND m.organization_id = k.organization_id AND m.role = 'client')
    OR EXISTS (SELECT FROM platform.account_role r WHERE r.account_id = a.id AND r.role = 'admin'))""")
POOL = text("""
  SELECT c.person_id, a.full_name, c.status, c.shortlisted, p.psychometric_snapshot
  FROM crew.candidacy c JOIN assessment.profile p ON p.person_id = c.person_id JOIN platform.account a ON a.id = c.person_id
  WHERE c.campaign_id = :campaign AND c.status = 'pending'""")


def signed_in(request: Request) -> dict:
    try:
        claims = jwt.decode(request.headers["authorization"][7:], KEY, algorithms=["HS256"])
        return {"account": uuid.UUID(claims["sub"]), "session": uuid.UUID(claims["sid"])}
    except (KeyError, ValueError, jwt.PyJWTError):
        raise HTTPException(401, "the token is not valid")


@app.get("/me")
async def me(request: Request):
    async with reading.connect() as connection:
        row = (await connection.execute(ME, signed_in(request))).mappings().first()
    if row is None:
        raise HTTPException(401, "the token is not valid")
    return UJSONResponse([dict(row) | {
        "id": str(row["id"]), "created_at": row["created_at"].isoformat(),
        "last_login_at": row["last_login_at"] and row["last_login_at"].isoformat()}])


# Both stages of docs/reference/ranking.md.
SCORES = ("conscientiousness", "agreeableness", "emotional_stability", "openness", "gca", "logical", "numerical", "verbal", "intrinsic",
          "identified", "resilience", "autonomy", "feedback", "structure")
COGNITIVE = ("logical", "numerical", "verbal")
TEAM = ("agreeableness", "conscientiousness", "emotional_stability")
COMPETENCIES = {
    "individual_performance": {"gca": .6, "conscientiousness": .4},
    "team_fit": {"agreeableness": .4, "conscientiousness": .2, "emotional_stability": .4},
    "environmental_fit": {"resilience": .55, "emotional_stability": .3, "openness": .15},
    "leadership_fit": {"autonomy": .4, "feedback": .3, "structure": .3}}
LEVELS = ("CLEAR", "ADVISORY", "HIGH_RISK", "DISQUALIFIED")


def scores_of(p: dict) -> list:
    five, cognitive, motivation, preferences = p["big_five"], p["cognitive"], p["motivation"], p["leadership_preferences"]
    return [five.get("conscientiousness"), five.get("agreeableness"), p.get("emotional_stability"), five.get("openness"),
            cognitive.get("gca"), cognitive.get("logical"), cognitive.get("numerical"), cognitive.get("verbal"),
            motivation.get("intrinsic"), motivation.get("identified"), p.get("resilience"), preferences.get("autonomy"),
            preferences.get("feedback"), preferences.get("structure")]


def counted(value, benchmark):
    if benchmark is None:
        return value
    b, polarity = benchmark
    if polarity == "low":
        return np.minimum(100, 100 * (100 - value) / (100 - b)) if b < 100 else np.full_like(value, 100)
    if polarity == "moderate":
        return 100 - 100 * np.abs(value - b) / max(b, 100 - b)
    return np.minimum(100, 100 * value / b) if b > 0 else np.full_like(value, 100)


def standing(score):
    """Mid-rank centile with Wilson's 95 % interval."""
    rounded = np.round(score, 1)
    ordered = np.sort(rounded)
    n, z = len(score), 1.959963984540054
    p = (np.searchsorted(ordered, rounded, "left") + np.searchsorted(ordered, rounded, "right")) / (2 * n)
    middle, half = p + z * z / (2 * n), z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return 100 * p, 100 * (middle - half) / (1 + z * z / n), 100 * (middle + half) / (1 + z * z / n)


def team_fit(c, a, es):
    sd = np.std(c, axis=-1, ddof=1)
    least, mean = a.min(axis=-1), es.mean(axis=-1)
    return .4 * least + .3 * (100 - 100 * np.minimum(sd / 35, 1)) + .3 * mean, least, sd, mean


def safety(x, position, rules):
    level = np.zeros(len(x["gca"]), dtype=int)
    for rule in rules:
        if rule["positions"] is None or position in rule["positions"]:
            level[x[rule["trait"]] < rule["below"]] = np.maximum(level[x[rule["trait"]] < rule["below"]], LEVELS.index(rule["effect"]))
    return level


def stage_1(x, benchmarks):
    """Competencies and g_fit against the benchmarks."""
    neuroticism = benchmarks.get("neuroticism")
    as_counted = {name: counted(x[name], benchmarks.get(name)) for name in SCORES[:11]} | {k: 100 * x[k] for k in SCORES[11:]}
    if "emotional_stability" not in benchmarks and neuroticism is not None:
        as_counted["emotional_stability"] = counted(100 - x["emotional_stability"], neuroticism)
    by_parts = "gca" not in benchmarks and any(k in benchmarks for k in COGNITIVE)
    as_counted["gca"] = sum(as_counted[k] for k in COGNITIVE) / 3 if by_parts else counted(x["gca"], benchmarks.get("gca"))
    competencies = {name: sum(w * as_counted[trait] for trait, w in weights.items()) for name, weights in COMPETENCIES.items()}
    return competencies, sum(competencies.values()) / len(competencies)


def stage_2(x, crew, environment, leader, betas):
    """The four terms, the prediction, and what the team would be."""
    others = {trait: crew[:, SCORES.index(trait)] for trait in TEAM}
    joined = [np.column_stack((np.broadcast_to(others[k], (len(x["gca"]), len(crew))), x[k]))
              for k in ("conscientiousness", "agreeableness", "emotional_stability")]
    f_team, least, sd, mean = team_fit(*joined)
    without = team_fit(others["conscientiousness"], others["agreeableness"], others["emotional_stability"])[0]
    p_ind = .5 * x["gca"] + .35 * x["conscientiousness"] + .15 * (x["intrinsic"] + x["identified"]) / 2
    e = environment
    resources = .4 * e["salary_index"] + .35 * e["rest_days_ratio"] + .25 * e["private_cabin_ratio"]
    demands = max(.6 * e["charter_intensity"] + .4 * e["management_pressure"], .01)
    f_env = 100 * min(resources / demands, 2) / 2 * x["resilience"] / 100
    distance = np.sqrt(sum((x[k] - leader[k]) ** 2 for k in SCORES[11:]))
    f_lmx = 100 * (1 - distance / np.sqrt(3))
    y = np.clip(betas["intercept"] + betas["p_ind"] * p_ind + betas["f_team"] * f_team + betas["f_env"] * f_env
                + betas["f_lmx"] * f_lmx, 0, 100)
    flags = (("LOW_AGREEABLENESS", least < 35), ("CONSCIENTIOUSNESS_SPREAD", sd > 20), ("LOW_STABILITY", mean < 45))
    return y, p_ind, f_team, f_env, f_lmx, f_team - without, flags


DRAWS, TOP, Z_90 = 1000, 10, 1.6448536269514722


def errors_of(stated):
    """The standard error of each trait, in its own unit."""
    assumed = stated["assumed_sd"] * (1 - stated["assumed_reliability"]) ** .5
    of = {k: assumed if stated.get(k) is None else stated[k] for k in SCORES}
    if stated.get("emotional_stability") is None:
        of["emotional_stability"] = stated.get("neuroticism") or assumed
    return {k: v / 100 if k in SCORES[11:] else v for k, v in of.items()}


def propagated(score, x, errors):
    """The standard error of a score by the delta method, with the steeper side of a kink. gca stands for its parts."""
    at, total = score(x), 0.0
    for trait in (k for k in SCORES if k not in COGNITIVE):
        h = 1e-4 * errors[trait]
        up, down = (score(x | {trait: x[trait] + step}) - at for step in (h, -h))
        total = total + (np.maximum(np.abs(up), np.abs(down)) / h * errors[trait]) ** 2
    return np.sqrt(total)


def interval(score, error):
    return whole(np.clip(score - Z_90 * error, 0, 100)), whole(np.clip(score + Z_90 * error, 0, 100))


def top_shares(y, error):
    """How often each is among the best in draws around the scores drawn in to their mean."""
    spread = max(np.var(y, ddof=1) - np.mean(error ** 2), 0)
    share = spread / (spread + error ** 2)
    true, sd = y.mean() + share * (y - y.mean()), np.sqrt(share) * error
    drawn = np.random.default_rng(0).standard_normal((DRAWS, len(y)), dtype=np.float32) * sd.astype(np.float32) + true.astype(np.float32)
    best = np.argpartition(drawn, -TOP, axis=1)[:, -TOP:] if len(y) > TOP else np.tile(np.arange(len(y)), (DRAWS, 1))
    return np.bincount(best.ravel(), minlength=len(y)) / DRAWS


def tied(y, error):
    ordered, reach = np.sort(y), 2 ** .5 * Z_90 * error
    return np.searchsorted(ordered, y + reach, "right") - np.searchsorted(ordered, y - reach, "left") - 1


BANDS = np.array([45, 60, 75])
WORDS = ("POOR_FIT", "MODERATE_FIT", "GOOD_FIT", "STRONG_FIT")


def ranked(campaign, pool):
    values = np.array([scores_of(row[4]) for row in pool], dtype=float)
    crew = np.array([scores_of(one) for one in campaign["crew"]], dtype=float)
    steps = np.where(np.arange(len(SCORES)) < 11, campaign["step"], campaign["step"] / 100)
    crew = np.round(crew / steps) * steps
    leader = campaign["leader"]
    if campaign["leader_in_steps"]:
        leader = {k: np.round(100 * v / campaign["step"]) * campaign["step"] / 100 for k, v in leader.items()}
    values = np.where(np.isnan(values), np.nanmean(values, axis=0), values)
    x = dict(zip(SCORES, values.T))
    benchmarks, model = campaign["benchmarks"], campaign["model"]
    level = safety(x, campaign["position"], campaign["rules"])
    competencies, g_fit = stage_1(x, benchmarks)
    y, *terms, flags = stage_2(x, crew, campaign["environment"], leader, model["mlpsm"])
    out, keep = level == 3, level != 3
    errors = errors_of(model["uncertainty"])
    fit_error = propagated(lambda v: stage_1(v, benchmarks)[1], x, errors)
    success_error = propagated(lambda v: stage_2(v, crew, campaign["environment"], leader, model["mlpsm"])[0], x, errors)
    p_top, ties = np.full(len(y), np.nan), np.zeros(len(y), dtype=int)
    p_top[keep], ties[keep] = top_shares(y[keep], success_error[keep]), tied(y[keep], success_error[keep])
    unsure = interval(y, success_error) + interval(g_fit, fit_error) + (np.round(p_top, 2).tolist(), ties.tolist())
    order = np.lexsort((-np.round(g_fit, 9), np.where(out, 0, -np.round(y, 9)), out))
    return list(rows_of(pool, order, level, competencies, g_fit, y, terms, flags, unsure, model.get("version", "default")))


def whole(values):
    return np.rint(values).astype(int).tolist()


def rows_of(pool, order, level, competencies, g_fit, y, terms, flags, unsure, version):
    standings = [whole(v) for v in standing(g_fit)]
    parts = {name: [whole(score)] + [whole(v) for v in standing(score)] for name, score in competencies.items()}
    fit, success, shown = whole(g_fit), whole(y), [whole(v) for v in terms]
    fit_words, success_words = np.digitize(g_fit, BANDS).tolist(), np.digitize(y, BANDS).tolist()
    flags = [(name, hit.tolist()) for name, hit in flags]
    level = level.tolist()
    for place, i in enumerate(order.tolist(), 1):
        person, full_name, status, shortlisted, _ = pool[i]
        out = level[i] == 3
        p_ind, f_team, f_env, f_lmx, delta = (None,) * 5 if out else (v[i] for v in shown)
        y_low, y_high, fit_low, fit_high, p_top, ties = (None,) * 6 if out else (v[i] for v in unsure)
        yield {
            "person": str(person), "safety_level": LEVELS[level[i]], "g_fit": 0 if out else fit[i], "centile": standings[0][i],
            "centile_low": standings[1][i], "centile_high": standings[2][i],
            "competencies": {name: {"score": v[0][i], "centile": v[1][i], "centile_low": v[2][i], "centile_high": v[3][i],
                                    "data_quality": 1} for name, v in parts.items()},
            "y_success": None if out else success[i], "p_ind": p_ind, "f_team": f_team, "f_env": f_env, "f_lmx": f_lmx,
            "team_delta": delta, "confidence": "HIGH", "data_quality": 1, "flags": [], "model_version": version, "rank": place,
            "fit_label": LEVELS[level[i]] if level[i] > 1 else WORDS[fit_words[i]],
            "success_label": None if out else WORDS[success_words[i]], "g_fit_computed": fit[i],
            "success_data_quality": 0 if out else 1, "imputed": [], "team_flags": [] if out else [n for n, fired in flags if fired[i]],
            "unassessed": [], "y_low": y_low, "y_high": y_high, "g_fit_low": fit_low, "g_fit_high": fit_high, "p_top": p_top,
            "tied_with": ties,
            "full_name": full_name, "status": status, "shortlisted": shortlisted}


@app.get("/matching")
async def matching(request: Request, campaign: uuid.UUID):
    async with reading.connect() as connection:
        found = (await connection.execute(CAMPAIGN, signed_in(request) | {"campaign": campaign})).mappings().first()
        if found is None:
            raise HTTPException(403, "the campaign is none of yours")
        pool = (await connection.execute(POOL, {"campaign": campaign})).all()
    return UJSONResponse(ranked(found, pool))


ACCOUNT = text(f"""SELECT a.id, a.email, a.full_name, a.is_verified, a.is_active, a.password_hash, {ROLES} AS roles,
  {ORGANIZATIONS} AS organizations FROM platform.account a WHERE lower(a.email) = lower(:email)""")
OPEN = text("""INSERT INTO platform.session (account_id, user_agent, expires_at) VALUES (:account, :agent, now() + interval '30 days')
  RETURNING id""")
ISSUE = text("INSERT INTO platform.refresh_token (token_hash, session_id, generation) VALUES (:hash, :session, 1)")
SEEN = text("UPDATE platform.account SET last_login_at = now() WHERE id = :account")


def is_right(stored, password):
    try:
        return hasher.verify(stored or nobodys_hash, password) and stored is not None
    except argon2.exceptions.VerificationError:
        return False


@app.post("/login")
async def login(request: Request, email: str = Body(), password: str = Body()):
    async with reading.connect() as connection:
        found = (await connection.execute(ACCOUNT, {"email": email})).mappings().first()
    right = await run_in_threadpool(is_right, found and found["password_hash"], password)
    if not right or not found["is_active"]:
        raise HTTPException(401, "the e-mail address or the password is wrong")
    token = secrets.token_urlsafe(32)
    async with engine.begin() as connection:
        account = {"account": found["id"]}
        session = (await connection.execute(OPEN, account | {"agent": request.headers.get("user-agent")})).scalar_one()
        await connection.execute(ISSUE, {"hash": sha256(token.encode()).digest(), "session": session})
        await connection.execute(SEEN, account)
    now = int(time.time())
    access = jwt.encode({"iss": "harmony", "sub": str(found["id"]), "role": "harmony_user", "sid": str(session),
                         "jti": secrets.token_urlsafe(16), "iat": now, "exp": now + 7200}, KEY, algorithm="HS256")
    answer = UJSONResponse({
        "access_token": access, "token_type": "bearer", "expires_in": 7200,
        "account": {"id": str(found["id"]), "email": found["email"], "full_name": found["full_name"],
                    "is_verified": found["is_verified"], "roles": found["roles"], "organizations": found["organizations"]}})
    answer.set_cookie("__Host-harmony_refresh", token, max_age=2592000, secure=True, httponly=True, samesite="strict")
    return answer
