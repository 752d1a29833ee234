"""The same back end as most are written with FastAPI and SQLAlchemy: mapped classes, relationships, dependencies, response models.

What peer.py does by hand, with the same arithmetic and the same answers: rows become objects, related ones are loaded by selectin, answers
are checked by pydantic and written by FastAPI. What both lack stands in peer.py.
"""
import uuid
from datetime import datetime
from typing import Any, Optional

import jwt
from fastapi import Depends, FastAPI, HTTPException, Request
from pydantic import BaseModel
from sqlalchemy import BigInteger, Boolean, Column, DateTime, Float, ForeignKey, Integer, Text, select
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import declarative_base, relationship, selectinload, sessionmaker

from peer import KEY, engine, ranked

app = FastAPI()
Base = declarative_base()
session_maker = sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)


class Account(Base):
    __tablename__ = "account"
    __table_args__ = {"schema": "platform"}
    id = Column(UUID(as_uuid=True), primary_key=True)
    email = Column(Text)
    full_name = Column(Text)
    phone = Column(Text)
    location = Column(Text)
    is_verified = Column(Boolean)
    is_active = Column(Boolean)
    created_at = Column(DateTime(timezone=True))
    last_login_at = Column(DateTime(timezone=True))
    roles = relationship("Role", order_by="Role.role")
    memberships = relationship("Membership")


class Role(Base):
    __tablename__ = "account_role"
    __table_args__ = {"schema": "platform"}
    account_id = Column(ForeignKey(Account.id), primary_key=True)
    role = Column(Text, primary_key=True)


class Organization(Base):
    __tablename__ = "organization"
    __table_args__ = {"schema": "platform"}
    id = Column(UUID(as_uuid=True), primary_key=True)
    name = Column(Text)
    is_active = Column(Boolean)


class Membership(Base):
    __tablename__ = "membership"
    __table_args__ = {"schema": "platform"}
    account_id = Column(ForeignKey(Account.id), primary_key=True)
    organization_id = Column(ForeignKey(Organization.id), primary_key=True)
    role = Column(Text, primary_key=True)
    organization = relationship(Organization)


class Session(Base):
    __tablename__ = "session"
    __table_args__ = {"schema": "platform"}
    id = Column(UUID(as_uuid=True), primary_key=True)
    account_id = Column(ForeignKey(Account.id))
    status = Column(Text)
    account = relationship(Account)


class Profile(Base):
    __tablename__ = "profile"
    __table_args__ = {"schema": "assessment"}
    person_id = Column(ForeignKey(Account.id), primary_key=True)
    psychometric_snapshot = Column(JSONB)


class Vessel(Base):
    __tablename__ = "vessel"
    __table_args__ = {"schema": "crew"}
    id = Column(UUID(as_uuid=True), primary_key=True)
    environment = Column(JSONB)
    leadership = Column(JSONB)
    leader_id = Column(ForeignKey(Profile.person_id))
    leader = relationship(Profile)
    assignments = relationship("Assignment", primaryjoin="and_(Assignment.vessel_id == Vessel.id, Assignment.status == 'active')")


class Assignment(Base):
    __tablename__ = "assignment"
    __table_args__ = {"schema": "crew"}
    id = Column(BigInteger, primary_key=True)
    vessel_id = Column(ForeignKey(Vessel.id))
    person_id = Column(ForeignKey(Profile.person_id))
    status = Column(Text)
    profile = relationship(Profile)


class Campaign(Base):
    __tablename__ = "campaign"
    __table_args__ = {"schema": "crew"}
    id = Column(UUID(as_uuid=True), primary_key=True)
    organization_id = Column(ForeignKey(Organization.id))
    vessel_id = Column(ForeignKey(Vessel.id))
    position = Column(Text)
    status = Column(Text)
    vessel = relationship(Vessel)


class Candidacy(Base):
    __tablename__ = "candidacy"
    __table_args__ = {"schema": "crew"}
    campaign_id = Column(ForeignKey(Campaign.id), primary_key=True)
    person_id = Column(ForeignKey(Account.id), ForeignKey(Profile.person_id), primary_key=True)
    status = Column(Text)
    shortlisted = Column(Boolean)
    account = relationship(Account, foreign_keys=[person_id], primaryjoin=lambda: Candidacy.person_id == Account.id)
    profile = relationship(Profile, foreign_keys=[person_id], primaryjoin=lambda: Candidacy.person_id == Profile.person_id)


class Benchmark(Base):
    __tablename__ = "position_benchmark"
    __table_args__ = {"schema": "crew"}
    position = Column(Text, primary_key=True)
    trait = Column(ForeignKey("assessment.trait.code"), primary_key=True)
    benchmark = Column(Float)
    polarity = Column(Text)
    of_trait = relationship("Trait")


class Trait(Base):
    __tablename__ = "trait"
    __table_args__ = {"schema": "assessment"}
    code = Column(Text, primary_key=True)
    polarity = Column(Text)


class SafetyRule(Base):
    __tablename__ = "safety_rule"
    __table_args__ = {"schema": "crew"}
    id = Column(Integer, primary_key=True)
    trait = Column(Text)
    below = Column(Float)
    effect = Column(Text)
    positions = Column(ARRAY(Text))


class ModelVersion(Base):
    __tablename__ = "model_version"
    __table_args__ = {"schema": "crew"}
    version = Column(Text, primary_key=True)
    model = Column(JSONB)
    is_active = Column(Boolean)


class Setting(Base):
    __tablename__ = "setting"
    __table_args__ = {"schema": "crew"}
    trait_step = Column(Float, primary_key=True)


class OrganizationOut(BaseModel):
    id: uuid.UUID
    name: str
    role: str


class Me(BaseModel):
    id: uuid.UUID
    email: str
    full_name: str
    phone: Optional[str]
    location: Optional[str]
    is_verified: bool
    roles: list[str]
    organizations: list[OrganizationOut]
    created_at: datetime
    last_login_at: Optional[datetime]


class Candidate(BaseModel):
    person: uuid.UUID
    full_name: str
    status: str
    shortlisted: bool
    rank: int
    safety_level: str
    g_fit: int
    competencies: dict[str, Any]
    flags: list[str]

    class Config:
        extra = "allow"


async def database():
    async with session_maker() as session:
        yield session


async def asker(request: Request, db: AsyncSession = Depends(database)) -> Account:
    try:
        claims = jwt.decode(request.headers["authorization"][7:], KEY, algorithms=["HS256"])
        wanted = uuid.UUID(claims["sid"]), uuid.UUID(claims["sub"])
    except (KeyError, ValueError, jwt.PyJWTError):
        raise HTTPException(401, "the token is not valid")
    asked = select(Session).where(Session.id == wanted[0], Session.account_id == wanted[1], Session.status == "active").options(
        selectinload(Session.account).options(
            selectinload(Account.roles), selectinload(Account.memberships).selectinload(Membership.organization)))
    session = (await db.execute(asked)).scalars().first()
    if session is None or not session.account.is_active:
        raise HTTPException(401, "the token is not valid")
    return session.account


@app.get("/me", response_model=list[Me])
async def me(account: Account = Depends(asker)):
    joined = sorted((m for m in account.memberships if m.organization.is_active),
                    key=lambda m: (m.organization.name, m.organization.id, m.role))
    return [Me(roles=[r.role for r in account.roles],
               organizations=[OrganizationOut(id=m.organization.id, name=m.organization.name, role=m.role) for m in joined],
               **{name: getattr(account, name) for name in ("id", "email", "full_name", "phone", "location", "is_verified", "created_at",
                                                            "last_login_at")})]


@app.get("/matching", response_model=list[Candidate])
async def matching(campaign: uuid.UUID, account: Account = Depends(asker), db: AsyncSession = Depends(database)):
    async def every(statement):
        return (await db.execute(statement)).scalars().all()

    found = (await every(select(Campaign).where(Campaign.id == campaign, Campaign.status != "archived").options(
        selectinload(Campaign.vessel).options(
            selectinload(Vessel.leader), selectinload(Vessel.assignments).selectinload(Assignment.profile)))))
    is_client = found and any(m.organization_id == found[0].organization_id and m.role == "client" for m in account.memberships)
    if not found or not (is_client or any(r.role == "admin" for r in account.roles)):
        raise HTTPException(403, "the campaign is none of yours")
    found, vessel = found[0], found[0].vessel
    benchmarks = await every(select(Benchmark).where(Benchmark.position == found.position).options(selectinload(Benchmark.of_trait)))
    rules = await every(select(SafetyRule))
    model = (await every(select(ModelVersion).where(ModelVersion.is_active)))[0]
    setting = (await every(select(Setting)))[0]
    pool = await every(select(Candidacy).where(Candidacy.campaign_id == campaign, Candidacy.status == "pending").options(
        selectinload(Candidacy.account), selectinload(Candidacy.profile)))
    described = {
        "position": found.position, "environment": vessel.environment, "leader_in_steps": vessel.leadership is None,
        "leader": vessel.leadership or vessel.leader.psychometric_snapshot["leadership_preferences"], "step": setting.trait_step,
        "benchmarks": {b.trait: [b.benchmark, b.polarity or b.of_trait.polarity] for b in benchmarks},
        "rules": [{"trait": r.trait, "below": r.below, "effect": r.effect, "positions": r.positions} for r in rules],
        "model": model.model, "crew": [a.profile.psychometric_snapshot for a in vessel.assignments]}
    return ranked(described, [(c.person_id, c.account.full_name, c.status, c.shortlisted, c.profile.psychometric_snapshot) for c in pool])
